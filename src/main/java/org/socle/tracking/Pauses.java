package org.socle.tracking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.country.Term;
import org.socle.country.WorkingCalendar;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops what a suspended case asks, lets it go on with its dates moved, or ends it for good.
 *
 * <p>Askings come before duties, as in every transaction that touches both, so that none waits for
 * another in a circle.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Pauses {

  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final Contributions contributions;
  private final Joins joins;
  private final Evidence evidence;
  private final Clock clock;

  Pauses(
      JdbcClient jdbc,
      WorkingCalendar calendar,
      Contributions contributions,
      Joins joins,
      Evidence evidence,
      Clock clock) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.contributions = contributions;
    this.joins = joins;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Stops the open duties and askings of process instances of a case; returns the groups that owed
   * a duty.
   */
  public List<String> stop(String caseId, Collection<String> instanceIds) {
    String[] ids = instanceIds.toArray(String[]::new);
    jdbc.sql(
            """
            update asking set stopped_at = ?
            where case_id = ? and waiting_instance_id = any (?)
              and joined_at is null and closed_at is null and stopped_at is null
            """)
        .params(OffsetDateTime.now(clock), caseId, ids)
        .update();
    return jdbc
        .sql(
            """
            update duty set state = 'stopped'
            where case_id = ? and process_instance_id = any (?) and state = 'open' returning candidate_group
            """)
        .params(caseId, ids)
        .query(String.class)
        .list()
        .stream()
        .distinct()
        .toList();
  }

  /**
   * Lets everything stopped of a case go on, its dates moved by the pause, and looks again at
   * askings whose last answer came while nobody could be told; returns what has moved.
   */
  public List<Moved> resume(String caseId, Instant from, Instant until) {
    List<Moved> moved = new ArrayList<>();
    for (Dated asking : stoppedAskings(caseId)) {
      LocalDate due = moved(asking, from, until);
      jdbc.sql("update asking set stopped_at = null, due_date = ? where id = ?")
          .params(due, asking.id())
          .update();
      joins.afterCommit(asking.id());
      moved.add(new Moved(asking.id(), asking.instanceId(), null, asking.dueDate(), due));
    }
    for (Dated duty : stoppedDuties(caseId)) {
      LocalDate due = moved(duty, from, until);
      jdbc.sql("update duty set due_date = ? where id = ?").params(due, duty.id()).update();
      moved.add(new Moved(duty.id(), duty.instanceId(), duty.taskId(), duty.dueDate(), due));
    }
    jdbc.sql("update duty set state = 'open' where case_id = ? and state = 'stopped'")
        .param(caseId)
        .update();
    return moved;
  }

  /** Cancels everything that a case still asks and ends its contributions. */
  public void end(String caseId, String actor, String reason) {
    jdbc.sql(
            """
            update asking set closed_at = ?, close_reason = ?, stopped_at = null
            where case_id = ? and closed_at is null returning id
            """)
        .params(OffsetDateTime.now(clock), reason, caseId)
        .query(String.class)
        .list()
        .forEach(
            id -> evidence.record(caseId, actor, "asking.closed", id, Map.of("reason", reason)));
    List<Ended> ended =
        jdbc.sql(
                """
                update duty set state = 'cancelled' where case_id = ? and state in ('open', 'stopped')
                returning id, process_instance_id, asking_id
                """)
            .param(caseId)
            .query(Ended.class)
            .list();
    ended.forEach(
        duty ->
            evidence.record(caseId, actor, "duty.ended", duty.id(), Map.of("state", "cancelled")));
    contributions.end(
        ended.stream()
            .filter(duty -> duty.askingId() != null)
            .map(Ended::processInstanceId)
            .toList());
  }

  private LocalDate moved(Dated row, Instant from, Instant until) {
    Term.Unit unit = row.workingDays() ? Term.Unit.WORKING_DAYS : Term.Unit.CALENDAR_DAYS;
    return calendar.moved(row.country(), row.dueDate(), unit, from, until);
  }

  private List<Dated> stoppedAskings(String caseId) {
    return jdbc.sql(
            """
            select id, country, waiting_instance_id as instance_id, '' as task_id, due_date, working_days
            from asking where case_id = ? and stopped_at is not null and closed_at is null order by opened_at
            """)
        .param(caseId)
        .query(Dated.class)
        .list();
  }

  private List<Dated> stoppedDuties(String caseId) {
    return jdbc.sql(
            """
            select id, country, process_instance_id as instance_id, task_id, due_date, working_days
            from duty where case_id = ? and state = 'stopped' and due_date is not null order by asked_at, id
            """)
        .param(caseId)
        .query(Dated.class)
        .list();
  }

  /**
   * A date that a pause has moved.
   *
   * @param id id of the duty or of the asking
   * @param instanceId process instance of the duty, or the one that waits for the asking
   * @param taskId task of the duty, null for an asking
   */
  public record Moved(
      String id, String instanceId, @Nullable String taskId, LocalDate from, LocalDate to) {}

  private record Dated(
      String id,
      String country,
      String instanceId,
      String taskId,
      LocalDate dueDate,
      boolean workingDays) {}

  private record Ended(String id, String processInstanceId, @Nullable String askingId) {}
}
