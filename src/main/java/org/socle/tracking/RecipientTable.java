package org.socle.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.tracking.Askings.Asking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is asked in an asking while it waits: one more, one less, one again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecipientTable {

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Clock clock;

  RecipientTable(JdbcClient jdbc, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.clock = clock;
  }

  void hold(String caseId) {
    jdbc.sql(
            """
            select id from asking where case_id = ? and joined_at is null and closed_at is null
            order by opened_at, id for no key update
            """)
        .param(caseId)
        .query(String.class)
        .list();
  }

  /** Counts one more; returns the asking without recipients, or empty when it does not wait. */
  Optional<Asking> countOneMore(String askingId) {
    return jdbc.sql(
            """
            update asking set asked = asked + 1
            where id = ? and joined_at is null and closed_at is null and process_key is not null
            returning case_id, country, kind, process_key, start_message, join_message, waiting_instance_id, due_date
            """)
        .param(askingId)
        .query(RecipientTable::asking)
        .optional();
  }

  /** The others' last day, or the asking's own where nobody else is asked. */
  LocalDate due(String askingId) {
    return jdbc.sql(
            """
            select coalesce((select max(due_date) from duty where asking_id = asking.id and out_at is null), due_date)
            from asking where id = ?
            """)
        .param(askingId)
        .query(LocalDate.class)
        .single();
  }

  /**
   * What a group owes or has answered in an asking; the rows stay locked, so that an answer given
   * at the same moment is either seen or refused.
   */
  List<Owed> owed(String askingId, String group) {
    return jdbc.sql(
            """
            select id, case_id, state, process_instance_id from duty
            where asking_id = ? and candidate_group = ? and out_at is null and state in ('open', 'answered')
            order by id for update
            """)
        .params(askingId, group)
        .query(Owed.class)
        .list();
  }

  /** What a group still owes about a subject; the row stays locked. */
  Optional<Owing> open(String askingId, String group, String subjectId) {
    return jdbc.sql(
            """
            select id, case_id, state, process_instance_id, due_date from duty
            where asking_id = ? and candidate_group = ? and subject_id = ? and out_at is null and state = 'open'
            for update
            """)
        .params(askingId, group, subjectId)
        .query(Owing.class)
        .optional();
  }

  void takeOut(Owed owed, String actor, String reason) {
    boolean open = "open".equals(owed.state());
    jdbc.sql("update duty set state = ?, out_at = ?, end_reason = ? where id = ?")
        .params(open ? "cancelled" : "answered", now(), reason, owed.id())
        .update();
    evidence.record(
        owed.caseId(),
        actor,
        open ? "duty.ended" : "duty.set-aside",
        owed.id(),
        Map.of("state", open ? "cancelled" : "answered", "reason", reason));
  }

  /** Counts one less for each contribution that was taken out. */
  void countLess(String askingId, long contributions) {
    jdbc.sql("update asking set asked = asked - ? where id = ?")
        .params(contributions, askingId)
        .update();
  }

  /**
   * Counts the whole answer of a group again; one that was not confirmed, or of which something was
   * still owed, does not come back.
   */
  boolean readmit(String askingId, String group, String actor) {
    List<Owed> answered =
        jdbc.sql(
                """
                update duty set out_at = null, end_reason = null
                where asking_id = ? and candidate_group = ? and state = 'answered' and out_at is not null
                  and exists (select 1 from asking where id = duty.asking_id and joined_at is null and closed_at is null)
                  and not exists (select 1 from duty other where other.asking_id = duty.asking_id
                    and other.process_instance_id = duty.process_instance_id and other.state <> 'answered')
                returning id, case_id, state, process_instance_id
                """)
            .params(askingId, group)
            .query(Owed.class)
            .list();
    if (answered.isEmpty()) {
      return false;
    }
    jdbc.sql("update asking set asked = asked + ? where id = ?")
        .params(contributions(answered), askingId)
        .update();
    answered.forEach(
        owed -> evidence.record(owed.caseId(), actor, "duty.readmitted", owed.id(), Map.of()));
    return true;
  }

  /** How many contributions these duties belong to; one may be answered and then confirmed. */
  static long contributions(List<Owed> duties) {
    return duties.stream().map(Owed::processInstanceId).distinct().count();
  }

  @Transactional(propagation = Propagation.SUPPORTS)
  List<Askings.Asked> history(String caseId) {
    return jdbc.sql(
            """
            select d.candidate_group as "group", d.country, a.kind, a.due_date as closes, d.state
            from duty d join asking a on a.id = d.asking_id
            where d.case_id = :id and a.case_id = :id and d.state in ('open', 'answered', 'silent') and d.out_at is null
            order by d.asked_at, a.opened_at, a.closed_at nulls last, d.id
            """)
        .param("id", caseId)
        .query(Askings.Asked.class)
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Asking asking(ResultSet row, int number) throws SQLException {
    return new Asking(
        row.getString("case_id"),
        row.getString("country"),
        row.getString("kind"),
        row.getString("process_key"),
        row.getString("start_message"),
        row.getString("join_message"),
        row.getString("waiting_instance_id"),
        row.getObject("due_date", LocalDate.class),
        List.of());
  }

  /** An open duty with its last day. */
  record Owing(
      String id,
      String caseId,
      String state,
      String processInstanceId,
      @Nullable LocalDate dueDate) {

    Owed owed() {
      return new Owed(id, caseId, state, processInstanceId);
    }
  }

  /** A duty of a recipient. */
  record Owed(String id, String caseId, String state, String processInstanceId) {}
}
