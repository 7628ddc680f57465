package org.socle.portal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads duties with the words of their cases, each list by one statement. */
@Repository
class DutyList {

  private static final String DUTY =
      """
      select d.id, d.task_id, d.case_id, d.country, d.element, d.candidate_group, d.subject_id, d.asked_at, d.due_date, d.answered_at, d.state,
        c.reference, c.title, c.title_fr, c.title_es, c.training, s.acronym, s.institution, d.claimed_by, d.channel,
        d.reference as channel_reference, e.state as entry_state, e.remark as entry_remark, b.reason as sent_back
      from tracking_v_duty d
      join nationalprocess_v_case c on c.id = d.case_id
      left join stakeholder_v_seat s on d.candidate_group = 'seat-' || s.id
      left join tracking_v_assisted_entry e on e.duty_id = d.id
      left join tracking_v_send_back b on b.duty_id = d.id
      """;

  /** Who answered a duty, and when. */
  record Answer(String country, @Nullable String name, Instant answeredAt) {}

  private static final String ANSWER =
      """
      select d.country, p.display_name as name, d.answered_at
      from tracking_v_duty d left join security_v_person p on p.id = d.answered_by
      where d.state = 'answered' and
      """;

  private final JdbcClient jdbc;

  DutyList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the actor's groups owe, earliest due first, at most 500. */
  List<DutyRow> open(Actor actor) {
    return ofActor(
        actor,
        """
        where d.candidate_group in (:groups) and d.country in (:countries) and d.state in ('open', 'stopped')
        order by d.due_date nulls last, d.asked_at, d.id limit 500
        """);
  }

  /** What the actor's groups answered, or let pass, lately: at most 10. */
  List<DutyRow> ended(Actor actor) {
    return ofActor(
        actor,
        """
        where d.candidate_group in (:groups) and d.country in (:countries) and d.state in ('answered', 'silent')
        order by coalesce(d.answered_at, d.asked_at) desc, d.id limit 10
        """);
  }

  /** Everything that was ever asked of a group, in the order of asking, at most 500. */
  List<DutyRow> ofGroup(String group, Collection<String> countries) {
    return ofActor(
        new Actor("", Set.of(group), Set.copyOf(countries)),
        """
        where d.candidate_group in (:groups) and d.country in (:countries) and d.state <> 'cancelled'
        order by d.asked_at, d.id limit 500
        """);
  }

  private List<DutyRow> ofActor(Actor actor, String where) {
    if (actor.groups().isEmpty() || actor.countries().isEmpty()) {
      return List.of();
    }
    return jdbc.sql(DUTY + where)
        .param("groups", actor.groups())
        .param("countries", actor.countries())
        .query(DutyRow.class)
        .list();
  }

  /** One duty, open or not. */
  Optional<DutyRow> find(String dutyId) {
    return jdbc.sql(DUTY + "where d.id = :id").param("id", dutyId).query(DutyRow.class).optional();
  }

  /** Who answered a duty, if it was answered. */
  Optional<Answer> answer(String dutyId) {
    return jdbc.sql(ANSWER + " d.id = :id").param("id", dutyId).query(Answer.class).optional();
  }

  /** Who answered the duty of a task of the engine, if it was answered. */
  Optional<Answer> answerOfTask(String taskId) {
    return jdbc.sql(ANSWER + " d.task_id = :id").param("id", taskId).query(Answer.class).optional();
  }

  /** Whether the duty of a task of the engine waits for its answer. */
  boolean taskOpen(String taskId) {
    return jdbc.sql(
            "select exists (select 1 from tracking_v_duty where task_id = :id and state = 'open')")
        .param("id", taskId)
        .query(Boolean.class)
        .single();
  }

  /** The duty of a task of the engine. */
  Optional<DutyRow> ofTask(String taskId) {
    return jdbc.sql(DUTY + "where d.task_id = :task")
        .param("task", taskId)
        .query(DutyRow.class)
        .optional();
  }

  /** Why a seat no longer owes or no longer counts with what it owed, if it was taken out. */
  Optional<String> endReason(String dutyId) {
    return jdbc.sql(
            "select end_reason from tracking_v_duty where id = :id and end_reason is not null")
        .param("id", dutyId)
        .query(String.class)
        .optional();
  }

  /** The open duty of a case at a user task that one of the groups owes. */
  Optional<DutyRow> openAt(String caseId, String element, Collection<String> groups) {
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(
            DUTY
                + """
                where d.case_id = :case and d.element = :element and d.state = 'open' and d.candidate_group in (:groups)
                order by d.asked_at limit 1
                """)
        .param("case", caseId)
        .param("element", element)
        .param("groups", groups)
        .query(DutyRow.class)
        .optional();
  }

  /** Every duty of a case in the order in which they were asked, at most 1,000. */
  List<DutyRow> ofCase(String caseId) {
    return jdbc.sql(DUTY + "where d.case_id = :case order by d.asked_at, d.id limit 1000")
        .param("case", caseId)
        .query(DutyRow.class)
        .list();
  }
}
