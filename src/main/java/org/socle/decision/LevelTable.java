package org.socle.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.decision.Levels.DecisionLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and moves the rows of levels. */
@Component
class LevelTable {

  private static final String SELECT =
      """
      select id, case_id, level, ord, body, function, fixed, state, attempt, opened_at, closed_at
        from decision_level
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  LevelTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<DecisionLevel> ofCase(String caseId) {
    return jdbc.sql(SELECT + "where case_id = ? order by ord")
        .param(caseId)
        .query(LevelTable::row)
        .list();
  }

  Optional<DecisionLevel> find(String levelId) {
    return jdbc.sql(SELECT + "where id = ?").param(levelId).query(LevelTable::row).optional();
  }

  /** The level, locked until the end of the transaction: two clerks record one after the other. */
  DecisionLevel lock(String levelId) {
    return jdbc.sql(SELECT + "where id = ? for no key update")
        .param(levelId)
        .query(LevelTable::row)
        .single();
  }

  DecisionLevel get(String levelId) {
    return find(levelId).orElseThrow();
  }

  DecisionLevel insert(String caseId, Level level, int ord, @Nullable String body, boolean fixed) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into decision_level (id, case_id, level, ord, body, function, fixed, state)
            values (?, ?, ?, ?, ?, ?, ?, 'PENDING')
            """)
        .params(id, caseId, level.name(), ord, body, level.function(), fixed)
        .update();
    return get(id);
  }

  void routeThrough(String levelId, String recommendationId) {
    jdbc.sql("insert into decision_route (level_id, recommendation_id) values (?, ?)")
        .params(levelId, recommendationId)
        .update();
  }

  void open(String levelId) {
    jdbc.sql("update decision_level set state = 'OPEN', opened_at = ? where id = ?")
        .params(OffsetDateTime.now(clock), levelId)
        .update();
  }

  void end(String levelId, Levels.State state) {
    jdbc.sql("update decision_level set state = ?, closed_at = ? where id = ?")
        .params(state.name(), OffsetDateTime.now(clock), levelId)
        .update();
  }

  void asking(String levelId, String askingId) {
    jdbc.sql("update decision_level set asking_id = ? where id = ?")
        .params(askingId, levelId)
        .update();
  }

  String askingId(String levelId) {
    return jdbc.sql("select asking_id from decision_level where id = ?")
        .param(levelId)
        .query(String.class)
        .single();
  }

  void nextAttempt(String levelId) {
    jdbc.sql("update decision_level set attempt = attempt + 1, asking_id = null where id = ?")
        .param(levelId)
        .update();
  }

  private static DecisionLevel row(ResultSet row, int number) throws SQLException {
    return new DecisionLevel(
        row.getString("id"),
        row.getString("case_id"),
        Level.valueOf(row.getString("level")),
        row.getInt("ord"),
        row.getString("body"),
        row.getString("function"),
        row.getBoolean("fixed"),
        Levels.State.valueOf(row.getString("state")),
        row.getInt("attempt"),
        instant(row.getTimestamp("opened_at")),
        instant(row.getTimestamp("closed_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
