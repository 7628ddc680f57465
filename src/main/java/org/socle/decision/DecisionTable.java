package org.socle.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.PoliticalOutcome;
import org.socle.decision.Decisions.Decision;
import org.socle.decision.Levels.DecisionLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the rows of decisions, and knows which items a level still decides. */
@Component
class DecisionTable {

  private static final String SELECT =
      """
      select d.id, d.level_id, d.recommendation_id, d.attempt, d.outcome, d.reason, d.decided_on, d.source,
             d.recorded_at, d.recorded_by
        from decision d
        join decision_level l on l.id = d.level_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  DecisionTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Decision> ofCase(String caseId) {
    return jdbc.sql(SELECT + "where l.case_id = ? order by l.ord, d.attempt, d.recorded_at, d.id")
        .param(caseId)
        .query(DecisionTable::row)
        .list();
  }

  /** Outcomes of the level's attempt by recommendation. */
  Map<String, Decision> ofAttempt(DecisionLevel level) {
    return jdbc
        .sql(SELECT + "where d.level_id = ? and d.attempt = ?")
        .params(level.id(), level.attempt())
        .query(DecisionTable::row)
        .list()
        .stream()
        .collect(Collectors.toMap(Decision::recommendationId, Function.identity()));
  }

  /**
   * Ids of the recommendations that the level decides in its attempt: those routed to it that no
   * level before took off the route and that it has not decided in an earlier attempt.
   */
  List<String> pending(DecisionLevel level) {
    return jdbc.sql(
            """
            select r.recommendation_id
              from decision_route r
             where r.level_id = :levelId
               and not exists (select 1 from decision d
                                where d.recommendation_id = r.recommendation_id and d.level_id <> :levelId
                                  and d.outcome in ('REJECTED', 'DEFERRED', 'NOT_CONSIDERED'))
               and not exists (select 1 from decision d
                                where d.recommendation_id = r.recommendation_id and d.level_id = :levelId
                                  and d.attempt < :attempt and d.outcome <> 'RETURNED')
            """)
        .param("levelId", level.id())
        .param("attempt", level.attempt())
        .query(String.class)
        .list();
  }

  void delete(DecisionLevel level, String recommendationId) {
    jdbc.sql("delete from decision where level_id = ? and recommendation_id = ? and attempt = ?")
        .params(level.id(), recommendationId, level.attempt())
        .update();
  }

  String insert(DecisionLevel level, String recommendationId, Outcome outcome, String actor) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into decision (id, level_id, recommendation_id, attempt, outcome, reason, decided_on, source,
                   recorded_at, recorded_by)
            values (:id, :levelId, :recommendationId, :attempt, :outcome, :reason, :decidedOn, :source, :now, :actor)
            """)
        .param("id", id)
        .param("levelId", level.id())
        .param("recommendationId", recommendationId)
        .param("attempt", level.attempt())
        .param("outcome", outcome.value().name())
        .param("reason", outcome.reason())
        .param("decidedOn", outcome.decidedOn())
        .param("source", outcome.source())
        .param("now", OffsetDateTime.now(clock))
        .param("actor", actor)
        .update();
    return id;
  }

  private static Decision row(ResultSet row, int number) throws SQLException {
    return new Decision(
        row.getString("id"),
        row.getString("level_id"),
        row.getString("recommendation_id"),
        row.getInt("attempt"),
        PoliticalOutcome.valueOf(row.getString("outcome")),
        row.getString("reason"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("source"),
        row.getTimestamp("recorded_at").toInstant(),
        row.getString("recorded_by"));
  }

  /** A checked outcome. */
  record Outcome(
      PoliticalOutcome value,
      @Nullable String reason,
      @Nullable LocalDate decidedOn,
      @Nullable String source) {}
}
