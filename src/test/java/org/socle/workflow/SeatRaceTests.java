package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socle.stakeholder.Seat;
import org.socle.tracking.Askings.Tally;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.DutyClosedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The last answer against the removal of its seat, in two transactions at the same moment. */
class SeatRaceTests extends SeatCase {

  @ParameterizedTest
  @EnumSource
  void anAnswerThatComesFirstIsKeptAndSetAside(Kind asked) throws Exception {
    String askingId = askAllButOne(asked);
    Seat seat = seat("CTUC");
    Duty owed = duty(seat.id());

    Throwable second =
        race(
            () -> answerInTransaction("CTUC", "SUPPORT"),
            () -> changes.remove(caseId, seat.id(), REASON, "acc-secretariat"));

    assertThat(second).isNull();
    assertThat(duties.find(owed.id()).orElseThrow().state()).isEqualTo("answered");
    assertThat(count("select count(*) from duty where id = ? and out_at is not null", owed.id()))
        .isEqualTo(1);
    endedOnce(askingId);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatComesAfterTheRemovalIsRefused(Kind asked) throws Exception {
    String askingId = askAllButOne(asked);
    Seat seat = seat("CTUC");
    Duty owed = duty(seat.id());

    Throwable second =
        race(
            () -> changes.remove(caseId, seat.id(), REASON, "acc-secretariat"),
            () -> answerInTransaction("CTUC", "SUPPORT"));

    assertThat(second)
        .isInstanceOfSatisfying(
            DutyClosedException.class, e -> assertThat(e.state()).isEqualTo("cancelled"));
    assertThat(duties.find(owed.id()).orElseThrow().state()).isEqualTo("cancelled");
    assertThat(
            count(
                "select count(*) from position where seat_id = ? and channel is distinct from 'silence'",
                seat.id()))
        .isZero();
    assertThat(
            count(
                "select count(*) from technical_opinion where seat_id = ? and opinion is not null",
                seat.id()))
        .isZero();
    assertThat(
            count(
                "select count(*) from nomination where seat_id = ? and answer = 'NOMINATE'",
                seat.id()))
        .isZero();
    endedOnce(askingId);
  }

  private String askAllButOne(Kind asked) {
    ask(asked);
    String last = seat("CTUC").group();
    for (Duty duty : openDuties(element())) {
      if (!duty.group().equals(last)) {
        answer(seats.find(duty.group().substring(5)).orElseThrow().acronym(), "SUPPORT");
      }
    }
    return asking().id();
  }

  /** Begins the second act while the first is not committed; returns what the second threw. */
  private @Nullable Throwable race(Runnable first, Runnable second) throws Exception {
    CompletableFuture<@Nullable Throwable> other =
        new TransactionTemplate(transactions)
            .execute(
                status -> {
                  first.run();
                  CompletableFuture<@Nullable Throwable> begun =
                      CompletableFuture.supplyAsync(
                          () ->
                              catchThrowable(
                                  () ->
                                      new TransactionTemplate(transactions)
                                          .executeWithoutResult(own -> second.run())));
                  awaitLock();
                  assertThat(begun).isNotDone();
                  return begun;
                });
    Throwable thrown = other.get(20, TimeUnit.SECONDS);
    joins.settle();
    return thrown;
  }

  private void awaitLock() {
    Instant latest = Instant.now().plus(Duration.ofSeconds(20));
    while (count("select count(*) from pg_locks where not granted") == 0) {
      assertThat(Instant.now()).as("latest moment").isBefore(latest);
      Thread.onSpinWait();
    }
  }

  private void endedOnce(String askingId) {
    assertThat(joined(askingId)).isEqualTo(1);
    Tally tally = askings.tally(askingId);
    assertThat(tally.open()).isZero();
    assertThat(tally.asked()).isEqualTo(tally.answered());
    assertThat(
            count(
                "select count(*) from evidence where action = 'asking.closed' and subject = ?",
                askingId))
        .isEqualTo(1);
  }
}
