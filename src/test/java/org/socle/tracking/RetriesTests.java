package org.socle.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which work is repeated, and how often. */
class RetriesTests {

  private final Retries retries = new Retries();
  private final AtomicInteger attempts = new AtomicInteger();

  @AfterEach
  void leaveTransaction() {
    TransactionSynchronizationManager.setActualTransactionActive(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  void repeatsWhatLostARaceInTheDatabase(String state) {
    assertThat(retries.call(() -> failing(4, sql(state)))).isEqualTo("done");
    assertThat(attempts).hasValue(5);
    assertThat(retries.counts()).isEqualTo(new Retries.Counts(4, 0));
  }

  @Test
  void repeatsWhatLostARaceForAVersionedRow() {
    assertThat(retries.call(() -> failing(1, new OptimisticLockingFailureException("lost"))))
        .isEqualTo("done");
    assertThat(attempts).hasValue(2);
  }

  @Test
  void letsTheLastExceptionThroughAfterFiveAttempts() {
    RuntimeException lost = sql("40001");
    assertThatThrownBy(() -> retries.call(() -> failing(6, lost))).isSameAs(lost);
    assertThat(attempts).hasValue(Retries.ATTEMPTS);
    assertThat(retries.counts()).isEqualTo(new Retries.Counts(4, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "57014", "40002"})
  void repeatsNothingElse(String state) {
    RuntimeException other = sql(state);
    assertThatThrownBy(() -> retries.call(() -> failing(6, other))).isSameAs(other);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void repeatsNothingInsideATransactionOfSomebodyElse() {
    TransactionSynchronizationManager.setActualTransactionActive(true);
    assertThatThrownBy(() -> retries.call(() -> failing(6, sql("40001"))))
        .isInstanceOf(UncategorizedSQLException.class);
    assertThat(attempts).hasValue(1);
  }

  private String failing(int times, RuntimeException exception) {
    if (attempts.incrementAndGet() <= times) {
      throw exception;
    }
    return "done";
  }

  private static RuntimeException sql(String state) {
    return new UncategorizedSQLException("test", null, new SQLException("test", state));
  }
}
