package org.socle.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.decision.Conditions.Condition;
import org.socle.decision.Decisions.ConditionDraft;
import org.socle.decision.Levels.DecisionLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the rows of conditions. */
@Component
class ConditionTable {

  private static final String SELECT =
      """
      select c.id, l.case_id, c.decision_id, c.text, c.owner_group, c.due_date, c.fulfilled_at, c.evidence
        from decision_condition c
        join decision d on d.id = c.decision_id
        join decision_level l on l.id = d.level_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ConditionTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void insert(String decisionId, ConditionDraft draft) {
    jdbc.sql(
            "insert into decision_condition (id, decision_id, text, owner_group, due_date) values (?, ?, ?, ?, ?)")
        .params(
            UUID.randomUUID().toString(), decisionId, draft.text(), draft.owner(), draft.dueDate())
        .update();
  }

  /** Conditions that the level set in its attempt and that are not fulfilled. */
  List<Condition> open(DecisionLevel level) {
    return jdbc.sql(
            SELECT
                + "where d.level_id = ? and d.attempt = ? and c.fulfilled_at is null order by c.seq")
        .params(level.id(), level.attempt())
        .query(ConditionTable::row)
        .list();
  }

  List<Condition> ofCase(String caseId) {
    return jdbc.sql(SELECT + "where l.case_id = ? order by c.seq")
        .param(caseId)
        .query(ConditionTable::row)
        .list();
  }

  Optional<Condition> find(String conditionId) {
    return jdbc.sql(SELECT + "where c.id = ?")
        .param(conditionId)
        .query(ConditionTable::row)
        .optional();
  }

  /**
   * Whether the owners of the attempt's conditions have been asked, after which its outcomes stand.
   */
  boolean assigned(DecisionLevel level) {
    return jdbc.sql("select asking_id is not null from decision_level where id = ?")
        .param(level.id())
        .query(Boolean.class)
        .single();
  }

  void fulfil(String conditionId, @Nullable String evidence, String actor) {
    jdbc.sql(
            "update decision_condition set fulfilled_at = ?, fulfilled_by = ?, evidence = ? where id = ?")
        .params(OffsetDateTime.now(clock), actor, evidence, conditionId)
        .update();
  }

  /** Gives what a group has not fulfilled in a case to another one; returns their ids. */
  List<String> handOver(String caseId, String from, String to, String reason) {
    return jdbc.sql(
            """
            update decision_condition c
            set owner_group = ?, former_owner = c.owner_group, handed_at = ?, handed_reason = ?
            from decision d join decision_level l on l.id = d.level_id
            where d.id = c.decision_id and l.case_id = ? and c.owner_group = ? and c.fulfilled_at is null
            returning c.id
            """)
        .params(to, OffsetDateTime.now(clock), reason, caseId, from)
        .query(String.class)
        .list();
  }

  private static Condition row(ResultSet row, int number) throws SQLException {
    return new Condition(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("decision_id"),
        row.getString("text"),
        row.getString("owner_group"),
        row.getObject("due_date", LocalDate.class),
        instant(row.getTimestamp("fulfilled_at")),
        row.getString("evidence"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
