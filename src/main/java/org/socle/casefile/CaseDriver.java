package org.socle.casefile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.CaseEngine;
import org.socle.tracking.Duties;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.TaskCompletion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries one case through its models as a script says: runs what is due, asks the script about
 * every open duty, moves the clock to whatever comes next, and does it.
 *
 * <p>The clock goes on only when no join is pending and no job of the case is due, so that every
 * step stands on its own day.
 */
@Component
class CaseDriver {

  private static final LocalTime BEGIN_OF_WORK = LocalTime.of(9, 0);
  private static final Duration STEP = Duration.ofMinutes(1);
  private static final int MOST_STEPS = 20_000;

  private final CaseEngine engine;
  private final Duties duties;
  private final TaskCompletion completion;
  private final Gaps gaps;
  private final Clock clock;
  private final TransactionTemplate transaction;

  CaseDriver(
      CaseEngine engine,
      Duties duties,
      TaskCompletion completion,
      Gaps gaps,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.engine = engine;
    this.duties = duties;
    this.completion = completion;
    this.gaps = gaps;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Drives until the case's process has ended or the script leaves every open duty to others.
   *
   * @param zone time zone of the country
   * @param progress takes one line for each duty that was done
   * @throws IllegalStateException saying where the case stands, when it waits for nothing that can
   *     come
   */
  void drive(String caseId, Script script, ZoneId zone, Consumer<String> progress) {
    Deque<Script.Fact> facts = new ArrayDeque<>(script.facts());
    for (int step = 0; step < MOST_STEPS; step++) {
      engine.runDueJobs(caseId);
      if (engine.ended(caseId)) {
        facts.forEach(fact -> write(fact, zone));
        return;
      }
      Move move = next(caseId, script, zone).orElse(null);
      Instant timer = engine.nextTimer(caseId).orElse(null);
      if (move == null && timer == null && open(caseId).isEmpty()) {
        throw stuck(caseId);
      } else if (move == null && (timer == null || !open(caseId).isEmpty())) {
        facts.forEach(fact -> write(fact, zone));
        return;
      }
      step(caseId, move, timer, facts, script, zone, progress);
    }
    throw new IllegalStateException(
        "The case does not come to an end; it stands at " + engine.currentSteps(caseId));
  }

  private void step(
      String caseId,
      @Nullable Move move,
      @Nullable Instant timer,
      Deque<Script.Fact> facts,
      Script script,
      ZoneId zone,
      Consumer<String> progress) {
    Instant aim = move == null ? timer : move.at();
    Script.Fact fact = facts.peek();
    if (fact != null && aim != null && !begin(fact.day(), zone).isAfter(aim)) {
      write(facts.remove(), zone);
    } else if (timer != null && (move == null || timer.isBefore(move.at()))) {
      holdNotBefore(timer);
    } else if (move != null) {
      holdNotBefore(move.at());
      complete(move, script);
      progress.accept(
          today(zone)
              + "  "
              + ReportText.step(move.duty().element())
              + "  "
              + script.who(move.duty()));
      engine.holdClock(clock.instant().plus(STEP));
    }
  }

  private Optional<Move> next(String caseId, Script script, ZoneId zone) {
    LocalDate today = today(zone);
    return open(caseId).stream()
        .flatMap(
            duty -> script.answer(duty, today).map(answer -> move(duty, answer, zone)).stream())
        .min(Comparator.comparing(Move::at));
  }

  private Move move(Duty duty, Answer answer, ZoneId zone) {
    Instant day = begin(answer.day(), zone);
    return new Move(duty, answer, day.isBefore(clock.instant()) ? clock.instant() : day);
  }

  private void complete(Move move, Script script) {
    transaction.executeWithoutResult(
        status -> {
          Duty duty = move.duty();
          gaps.enter(duty, move.answer().missing());
          move.answer().first().run();
          completion.complete(duty.id(), move.answer().values(), script.actor(duty));
        });
  }

  private void write(Script.Fact fact, ZoneId zone) {
    holdNotBefore(begin(fact.day(), zone));
    transaction.executeWithoutResult(status -> fact.write().run());
  }

  private void holdNotBefore(Instant moment) {
    engine.holdClock(moment.isBefore(clock.instant()) ? clock.instant() : moment);
  }

  private List<Duty> open(String caseId) {
    return duties.ofCase(caseId).stream().filter(duty -> "open".equals(duty.state())).toList();
  }

  private LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** When the work of a day begins in a country. */
  static Instant begin(LocalDate day, ZoneId zone) {
    return day.atTime(BEGIN_OF_WORK).atZone(zone).toInstant();
  }

  private IllegalStateException stuck(String caseId) {
    return new IllegalStateException(
        "The case stands at "
            + engine.currentSteps(caseId)
            + " on "
            + clock.instant()
            + " and waits for nothing that can come");
  }

  private record Move(Duty duty, Answer answer, Instant at) {}
}
