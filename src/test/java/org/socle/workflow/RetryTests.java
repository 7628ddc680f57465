package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.tracking.Duties.Duty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work that lost a race is repeated as a whole, outside every transaction, and has one effect. */
@Import({EngineTestProcesses.class, RetryTests.Service.class})
@TestPropertySource(properties = "socle.workflow.processes=classpath*:/engine-test/")
class RetryTests extends ProcessTestSupport {

  private static final Map<String, Object> ASK = Map.of("outcome", "ASK", "reason", "All");

  @Autowired private Faults faults;
  @Autowired private FormService forms;
  @Autowired private Service service;

  @BeforeEach
  void begin() {
    faults.clear();
    startProcess("test-asking", Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "version"})
  void answersOnceAfterLostRaces(String kind) {
    lose(4, kind);
    completeTask("userTask_decide", ASK);
    assertThat(faults.attempts()).isEqualTo(5);
    assertAnsweredOnce();
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "version"})
  void repeatsACommandOfTheEnginesApi(String kind) {
    lose(4, kind);
    forms.submitTaskForm(decision().taskId(), ASK);
    assertThat(faults.attempts()).isEqualTo(5);
    assertAnsweredOnce();
  }

  @Test
  void repeatsATransactionOpenedByAnAnnotation() {
    lose(2, "40001");
    Duty duty = decision();
    service.inOneTransaction(
        () -> {
          assertThat(TransactionSynchronizationManager.isActualTransactionActive())
              .as("each attempt has a transaction")
              .isTrue();
          complete(duty, ASK);
        });
    assertThat(faults.attempts()).isEqualTo(3);
    assertAnsweredOnce();
  }

  @Test
  void saysThatOthersCameFirstWhenEveryAttemptIsLost() {
    lose(6, "40001");
    assertThatThrownBy(() -> completeTask("userTask_decide", ASK))
        .isInstanceOf(ConcurrencyFailureException.class);
    assertThat(faults.attempts()).isEqualTo(5);
    assertNothingStored();
    faults.clear();
    lose(6, "version");
    assertThatThrownBy(() -> forms.submitTaskForm(decision().taskId(), ASK))
        .isInstanceOfSatisfying(
            RestException.class, e -> assertThat(e.getStatus().getStatusCode()).isEqualTo(409));
    assertThat(faults.attempts()).isEqualTo(5);
    assertNothingStored();
  }

  @Test
  void repeatsNothingInsideATransactionThatIsOpen() {
    lose(1, "40001");
    assertThatThrownBy(() -> inTransaction(() -> completeTask("userTask_decide", ASK)))
        .isInstanceOf(ConcurrencyFailureException.class);
    lose(1, "40001");
    assertThatThrownBy(() -> inTransaction(() -> forms.submitTaskForm(decision().taskId(), ASK)))
        .isNotNull();
    assertThat(faults.attempts()).isEqualTo(2);
    assertNothingStored();
  }

  @Test
  void repeatsNoOtherFault() {
    faults.fail(() -> new IllegalStateException("forced"));
    assertThatThrownBy(() -> completeTask("userTask_decide", ASK)).hasMessageContaining("forced");
    faults.sql("23505");
    assertThatThrownBy(() -> forms.submitTaskForm(decision().taskId(), ASK)).isNotNull();
    assertThat(faults.attempts()).isEqualTo(2);
    assertNothingStored();
  }

  private Duty decision() {
    return openDuties("userTask_decide").get(0);
  }

  private void lose(int times, String kind) {
    for (int time = 0; time < times; time++) {
      if ("version".equals(kind)) {
        faults.versions();
      } else {
        faults.sql(kind);
      }
    }
  }

  private void assertAnsweredOnce() {
    assertThat(openDuties("userTask_answer")).hasSize(5);
    assertThat(evidence("duty.answered")).isEqualTo(1);
    assertThat(evidence("asking.opened")).isEqualTo(1);
  }

  private void assertNothingStored() {
    assertThat(openDuties("userTask_decide")).hasSize(1);
    assertThat(evidence("duty.answered")).isZero();
  }

  private int evidence(String action) {
    return jdbc.sql("select count(*) from evidence where case_id = ? and action = ?")
        .params(caseId, action)
        .query(Integer.class)
        .single();
  }

  /** Stands for every service that opens its transaction by an annotation. */
  static class Service {

    @Transactional
    public void inOneTransaction(Runnable work) {
      work.run();
    }
  }
}
