package org.socle.tracking;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers that staff entered for somebody: how they came, and whether their owner confirmed them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AssistedEntries {

  private static final String RETURNING =
      """
       returning duty_id, case_id, candidate_group, subject_id,
         (select kind from asking where asking.id = assisted_entry.asking_id) as kind
      """;

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Notifications notifications;
  private final ObjectProvider<AssistedAnswers> answers;
  private final Clock clock;

  AssistedEntries(
      JdbcClient jdbc,
      Evidence evidence,
      Notifications notifications,
      ObjectProvider<AssistedAnswers> answers,
      Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.notifications = notifications;
    this.answers = answers;
    this.clock = clock;
  }

  /** Notes how the answer to an open duty came, and tells its owner when it is to be confirmed. */
  public void entered(Entry entry) {
    jdbc.sql(
            "update duty set channel = :channel, reference = :reference where task_id = :taskId and state = 'open'")
        .param("channel", entry.channel())
        .param("reference", entry.reference())
        .param("taskId", entry.taskId())
        .update();
    Row row =
        jdbc.sql(
                """
                insert into assisted_entry (duty_id, case_id, process_instance_id, asking_id, candidate_group, subject_id,
                    entered_by, entered_at, channel, reference, state)
                select id, case_id, process_instance_id, asking_id, candidate_group, subject_id, :actor, :at, :channel,
                    :reference, :state from duty where task_id = :taskId
                """
                    + RETURNING)
            .param("actor", entry.actor())
            .param("at", now())
            .param("channel", entry.channel())
            .param("reference", entry.reference())
            .param("state", entry.confirmable() ? "WAITING" : "IN_WRITING")
            .param("taskId", entry.taskId())
            .query(Row.class)
            .single();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("group", row.candidateGroup());
    content.put("channel", entry.channel());
    content.put("reference", entry.reference());
    content.put("confirmable", entry.confirmable());
    evidence.record(row.caseId(), entry.actor(), "answer.entered", row.dutyId(), content);
    if (entry.confirmable()) {
      notifications.enqueue(
          new Mail(row.caseId(), "answer-entered-owner", row.candidateGroup(), row.dutyId()));
    }
  }

  /** Account that entered the answer which waits for confirmation in a contribution. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<String> enteredBy(String processInstanceId) {
    return jdbc.sql(
            "select entered_by from assisted_entry where process_instance_id = :id and state = 'WAITING'")
        .param("id", processInstanceId)
        .query(String.class)
        .optional();
  }

  /**
   * Confirms the answer that waits in a contribution, or strikes it because its owner says that it
   * is wrong.
   */
  public void decide(
      String processInstanceId, boolean right, @Nullable String remark, String actor) {
    Row row =
        jdbc.sql(
                """
                update assisted_entry set state = :state, decided_by = :actor, decided_at = :at, remark = :remark
                where process_instance_id = :id and state = 'WAITING'
                """
                    + RETURNING)
            .param("state", right ? "CONFIRMED" : "DECLINED")
            .param("actor", actor)
            .param("at", now())
            .param("remark", remark)
            .param("id", processInstanceId)
            .query(Row.class)
            .single();
    String action = right ? "answer.confirmed" : "answer.declined";
    evidence.record(row.caseId(), actor, action, row.dutyId(), content(row));
    if (!right) {
      strike(row);
    }
  }

  /** Strikes what nobody confirmed before its asking ended. */
  void strike(String askingId) {
    strike("asking_id", askingId);
  }

  /** Strikes what waits in a contribution that is taken away: of a seat that left, of an end. */
  void strikeIn(String processInstanceId) {
    strike("process_instance_id", processInstanceId);
  }

  private void strike(String column, String id) {
    jdbc.sql(
            "update assisted_entry set state = 'STRUCK', decided_by = :actor, decided_at = :at"
                + " where state = 'WAITING' and "
                + column
                + " = :id"
                + RETURNING)
        .param("actor", Evidence.SYSTEM)
        .param("at", now())
        .param("id", id)
        .query(Row.class)
        .list()
        .forEach(
            row -> {
              evidence.record(
                  row.caseId(), Evidence.SYSTEM, "answer.struck", row.dutyId(), content(row));
              strike(row);
            });
  }

  private void strike(Row row) {
    answers.stream()
        .filter(module -> row.kind() != null && module.keeps(row.kind()))
        .forEach(module -> module.strike(row.caseId(), row.subjectId()));
  }

  private static Map<String, Object> content(Row row) {
    return Map.of("group", row.candidateGroup());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /**
   * How the answer to a task came.
   *
   * @param actor account that enters it
   * @param channel LETTER, EMAIL, TELEPHONE or MEETING
   * @param reference of the letter or note
   * @param confirmable whether its owner is asked to confirm it
   */
  public record Entry(
      String taskId, String actor, String channel, String reference, boolean confirmable) {}

  private record Row(
      String dutyId,
      String caseId,
      String candidateGroup,
      @Nullable String subjectId,
      @Nullable String kind) {}
}
