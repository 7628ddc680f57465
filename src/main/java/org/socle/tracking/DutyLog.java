package org.socle.tracking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.country.Term;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes duties and their evidence in the engine's transaction; the task listener alone calls it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DutyLog {

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Joins joins;
  private final AssistedEntries assisted;
  private final Clock clock;

  DutyLog(JdbcClient jdbc, Evidence evidence, Joins joins, AssistedEntries assisted, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.joins = joins;
    this.assisted = assisted;
    this.clock = clock;
  }

  /** Records that a task was asked of a group; returns the id of the duty. */
  public String asked(NewDuty duty) {
    String id = UUID.randomUUID().toString();
    insert(id, duty);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("element", duty.element());
    content.put("group", duty.group());
    content.put("dueDate", duty.dueDate());
    evidence.record(duty.caseId(), Evidence.SYSTEM, "duty.asked", id, content);
    return id;
  }

  private void insert(String id, NewDuty duty) {
    jdbc.sql(
            """
            insert into duty (id, case_id, country, task_id, process_instance_id, process_key, element, form,
                candidate_group, asking_id, subject_id, asked_at, due_date, working_days, state)
            values (:id, :caseId, :country, :taskId, :processInstanceId, :processKey, :element, :form,
                :group, :askingId, :subjectId, :askedAt, :dueDate,
                coalesce((select working_days from asking where id = :askingId), :workingDays), 'open')
            """)
        .param("id", id)
        .param("caseId", duty.caseId())
        .param("country", duty.country())
        .param("taskId", duty.taskId())
        .param("processInstanceId", duty.processInstanceId())
        .param("processKey", duty.processKey())
        .param("element", duty.element())
        .param("form", duty.form())
        .param("group", duty.group())
        .param("askingId", duty.askingId())
        .param("subjectId", duty.subjectId())
        .param("askedAt", now())
        .param("dueDate", duty.dueDate())
        .param("workingDays", duty.unit() == Term.Unit.WORKING_DAYS)
        .update();
  }

  /**
   * Records that the duty of a task was answered.
   *
   * @throws DutyClosedException when it is not open any more
   */
  public void answered(String taskId, String accountId) {
    Row row =
        jdbc.sql(
                """
            update duty set state = 'answered', answered_at = :at, answered_by = :by
            where task_id = :taskId and state = 'open' returning id, case_id, asking_id
            """)
            .param("at", now())
            .param("by", accountId)
            .param("taskId", taskId)
            .query(Row.class)
            .optional()
            .orElseThrow(() -> new DutyClosedException(taskId, stateOf(taskId)));
    evidence.record(row.caseId(), accountId, "duty.answered", row.id(), Map.of());
    joinLater(row);
  }

  /** Records who of the staff claimed the task of a duty, or that nobody does any more. */
  public void claimed(String taskId, @Nullable String accountId) {
    jdbc.sql("update duty set claimed_by = :by, claimed_at = :at where task_id = :taskId")
        .param("by", accountId)
        .param("at", accountId == null ? null : now())
        .param("taskId", taskId)
        .update();
  }

  /** Last day of an asking before it closes by itself. */
  public LocalDate lastDay(String askingId) {
    return jdbc.sql("select due_date from asking where id = :id")
        .param("id", askingId)
        .query(LocalDate.class)
        .single();
  }

  /**
   * Records that a duty, open or stopped, ended because its task was taken away; does nothing when
   * it is not open.
   */
  public void cancelled(String taskId, String accountId) {
    jdbc.sql(
            """
            update duty set state = 'cancelled' where task_id = :taskId and state in ('open', 'stopped')
            returning id, case_id, asking_id
            """)
        .param("taskId", taskId)
        .query(Row.class)
        .optional()
        .ifPresent(
            row -> {
              evidence.record(
                  row.caseId(), accountId, "duty.ended", row.id(), Map.of("state", "cancelled"));
              joinLater(row);
            });
  }

  /** Strikes the answer that waited for confirmation in a contribution that was taken away. */
  public void unconfirmed(String processInstanceId) {
    assisted.strikeIn(processInstanceId);
  }

  /**
   * Records every open duty of an asking as silent and strikes what nobody confirmed; returns the
   * process instances that still wait for them.
   */
  List<String> silence(String askingId) {
    List<SilentRow> rows =
        jdbc.sql(
                """
            update duty set state = 'silent' where asking_id = :askingId and state = 'open'
            returning id, case_id, process_instance_id
            """)
            .param("askingId", askingId)
            .query(SilentRow.class)
            .list();
    rows.forEach(
        row ->
            evidence.record(
                row.caseId(), Evidence.SYSTEM, "duty.ended", row.id(), Map.of("state", "silent")));
    assisted.strike(askingId);
    return rows.stream().map(SilentRow::processInstanceId).toList();
  }

  private void joinLater(Row row) {
    if (row.askingId() != null) {
      joins.afterCommit(row.askingId());
    }
  }

  private String stateOf(String taskId) {
    return jdbc.sql("select state from duty where task_id = :taskId")
        .param("taskId", taskId)
        .query(String.class)
        .optional()
        .orElse("unknown");
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /**
   * A task that was created.
   *
   * @param form id of its form
   * @param group candidate group that owes it
   * @param askingId asking it belongs to, or null
   * @param subjectId id of what it is about, or null
   * @param dueDate last day in the country, or null
   * @param unit what its term counts, unless the asking says so
   */
  public record NewDuty(
      String caseId,
      String country,
      String taskId,
      String processInstanceId,
      String processKey,
      String element,
      String form,
      String group,
      @Nullable String askingId,
      @Nullable String subjectId,
      @Nullable LocalDate dueDate,
      Term.Unit unit) {}

  private record Row(String id, String caseId, @Nullable String askingId) {}

  private record SilentRow(String id, String caseId, String processInstanceId) {}
}
