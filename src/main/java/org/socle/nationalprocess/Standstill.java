package org.socle.nationalprocess;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.socle.country.Term;
import org.socle.country.WorkingCalendar;
import org.socle.evidence.Evidence;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.tracking.Pauses;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of the national process do to stop a case, to let it go on and to end it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Standstill {

  private static final String FOCAL_POINT = "government-focal-point";
  private static final String SECRETARIAT = "secretariat";

  /** After a year the government is asked to withdraw or resume. */
  private static final int LIMIT_IN_MONTHS = 12;

  private final InterruptionTable rows;
  private final Cases cases;
  private final Phases phases;
  private final Pauses pauses;
  private final CaseBrake brake;
  private final Notifications notifications;
  private final Evidence evidence;
  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final Clock clock;

  Standstill(
      InterruptionTable rows,
      Cases cases,
      Phases phases,
      Pauses pauses,
      CaseBrake brake,
      Notifications notifications,
      Evidence evidence,
      JdbcClient jdbc,
      WorkingCalendar calendar,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.phases = phases;
    this.pauses = pauses;
    this.brake = brake;
    this.notifications = notifications;
    this.evidence = evidence;
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Stops a case; one that stands still already only has one reason more.
   *
   * <p>Duties come before the case and the case before the engine's rows, as in every answer, so
   * that an answer and a suspension never wait for each other in a circle.
   *
   * @return when the government is asked what shall become of the case
   */
  public Instant stop(String caseId, InterruptionKind kind) {
    InterruptionTable.Open why = rows.get(caseId, kind);
    if (!cases.get(caseId).suspended()) {
      List<String> instances = brake.active(caseId);
      List<String> owing = pauses.stop(caseId, instances);
      if (!rows.suspend(caseId)) {
        throw new OptimisticLockingFailureException("Another act on the case came first");
      }
      if (!instances.isEmpty()) {
        brake.suspend(instances);
      }
      Stream.concat(owing.stream(), Stream.of(FOCAL_POINT))
          .distinct()
          .forEach(group -> mail(caseId, "case-suspended-owner", group, why.id()));
    }
    CaseRecord of = cases.get(caseId);
    LocalDate limit = calendar.today(of.country()).plusMonths(LIMIT_IN_MONTHS);
    evidence.record(
        caseId,
        why.fromBy(),
        "case.suspended",
        why.id(),
        Map.of("kind", kind.name(), "reason", why.reason()));
    return calendar.endOfDay(of.country(), limit);
  }

  /** After a year asks the government what shall become of a case, and tells who runs it. */
  public void askForChoice(String caseId) {
    InterruptionTable.Open why = rows.get(caseId, InterruptionKind.SUSPENSION);
    evidence.record(caseId, Evidence.SYSTEM, "choice.asked", why.id(), Map.of());
    mail(caseId, "year-of-suspension-over-government-focal-point", FOCAL_POINT, why.id());
    mail(caseId, "year-of-suspension-over-secretariat", SECRETARIAT, why.id());
  }

  /** Stops what was born in transactions that crossed the suspension of a case. */
  void stopBorn(String caseId) {
    for (List<String> born = brake.active(caseId); !born.isEmpty(); born = brake.active(caseId)) {
      brake.suspend(born);
      pauses.stop(caseId, born);
    }
  }

  /** Lets a case go on with its dates moved, unless something else still interrupts it. */
  public void restart(String caseId) {
    if (!rows.open(caseId).isEmpty()) {
      return;
    }
    Instant from = rows.since(caseId);
    Instant now = clock.instant();
    String country = cases.get(caseId).country();
    List<Pauses.Moved> moved = pauses.resume(caseId, from, now);
    moveClarification(caseId, country, from, now);
    rows.resume(caseId);
    brake.resume(caseId);
    brake.afterwards(() -> brake.move(caseId, country, moved, Duration.between(from, now)));
    evidence.record(
        caseId,
        Evidence.SYSTEM,
        "case.resumed",
        caseId,
        Map.of(
            "suspendedAt",
            from.toString(),
            "moved",
            moved.stream()
                .map(one -> Map.of("id", one.id(), "from", one.from(), "to", one.to()))
                .toList()));
    mail(caseId, "case-resumed-government-focal-point", FOCAL_POINT, caseId + now);
  }

  private void moveClarification(String caseId, String country, Instant from, Instant until) {
    record Asked(String id, LocalDate dueDate) {}
    jdbc.sql("select id, due_date from clarification where case_id = ? and answered_at is null")
        .param(caseId)
        .query(Asked.class)
        .list()
        .forEach(
            asked ->
                jdbc.sql("update clarification set due_date = ? where id = ?")
                    .params(
                        calendar.moved(
                            country, asked.dueDate(), Term.Unit.CALENDAR_DAYS, from, until),
                        asked.id())
                    .update());
  }

  /** Ends a case that was withdrawn: nothing is asked any more, outcome and reason are recorded. */
  public void end(String caseId) {
    InterruptionTable.Open why = rows.get(caseId, InterruptionKind.WITHDRAWAL);
    pauses.end(caseId, why.fromBy(), "case-withdrawn");
    rows.closeAll(caseId, why.fromBy());
    rows.withdraw(caseId, why.reason());
    phases.leave(caseId);
    evidence.record(
        caseId, why.fromBy(), "case.withdrawn", why.id(), Map.of("reason", why.reason()));
    mail(caseId, "case-withdrawn-government-focal-point", FOCAL_POINT, why.id());
    mail(caseId, "case-withdrawn-secretariat", SECRETARIAT, why.id());
  }

  private void mail(String caseId, String kind, String group, String event) {
    notifications.enqueue(new Mail(caseId, kind, group, event));
  }
}
