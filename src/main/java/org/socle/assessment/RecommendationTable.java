package org.socle.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.Recommendations.Draft;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of recommendations and of the list that they make up in a case. */
@Component
class RecommendationTable {

  private static final String SELECT =
      """
      select id, case_id, number, guarantee, title, text, text_version, priority, needs_law, added_cost, proposed_by,
             consensus_state, political_outcome
        from recommendation
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  RecommendationTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Recommendation> ofCase(String caseId) {
    return jdbc.sql(SELECT + "where case_id = ? order by number")
        .param(caseId)
        .query(RecommendationTable::row)
        .list();
  }

  Optional<Recommendation> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(RecommendationTable::row).optional();
  }

  Recommendation get(String id) {
    return find(id).orElseThrow();
  }

  /**
   * Locks the list, so that codes are unique and nothing slips into it; returns whether it is
   * fixed.
   */
  boolean lockList(String caseId) {
    jdbc.sql("insert into recommendation_list (case_id) values (?) on conflict do nothing")
        .param(caseId)
        .update();
    return jdbc.sql(
            """
            select fixed_at is not null from recommendation_list where case_id = ? for update
            """)
        .param(caseId)
        .query(Boolean.class)
        .single();
  }

  boolean fixed(String caseId) {
    return jdbc.sql("select fixed_at is not null from recommendation_list where case_id = ?")
        .param(caseId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void fix(String caseId, String actor) {
    jdbc.sql("update recommendation_list set fixed_at = ?, fixed_by = ? where case_id = ?")
        .params(now(), actor, caseId)
        .update();
  }

  Recommendation insert(
      String caseId, Guarantee guarantee, Draft draft, @Nullable Boolean needsLaw) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into recommendation (id, case_id, number, guarantee, title, text, priority,
                   needs_law, added_cost, proposed_by, created_at, changed_at)
            values (:id, :caseId, :number, :guarantee, :title, :text, :priority,
                   :needsLaw, :addedCost, :proposedBy, :now, :now)
            """)
        .params(values(draft, guarantee, needsLaw))
        .param("id", id)
        .param("caseId", caseId)
        .param("number", nextNumber(caseId))
        .update();
    return get(id);
  }

  Recommendation update(String id, Guarantee guarantee, Draft draft) {
    jdbc.sql(
            """
            update recommendation
               set guarantee = :guarantee, title = :title, text = :text, priority = :priority,
                   needs_law = :needsLaw, added_cost = :addedCost, proposed_by = :proposedBy,
                   changed_at = :now
             where id = :id
            """)
        .params(values(draft, guarantee, draft.needsLaw()))
        .param("id", id)
        .update();
    return get(id);
  }

  void delete(String id) {
    jdbc.sql("delete from recommendation where id = ?").param(id).update();
  }

  Recommendation revise(String id, String text) {
    jdbc.sql(
            """
            update recommendation set text = ?, text_version = text_version + 1, changed_at = ?
             where id = ?
            """)
        .params(text, now(), id)
        .update();
    return get(id);
  }

  Recommendation settle(String id, ConsensusState state) {
    jdbc.sql("update recommendation set consensus_state = ?, changed_at = ? where id = ?")
        .params(state.name(), now(), id)
        .update();
    return get(id);
  }

  Recommendation decide(String id, PoliticalOutcome outcome) {
    jdbc.sql("update recommendation set political_outcome = ?, changed_at = ? where id = ?")
        .params(outcome.name(), now(), id)
        .update();
    return get(id);
  }

  private int nextNumber(String caseId) {
    return jdbc.sql(
            """
            update recommendation_list set last_code = last_code + 1 where case_id = ?
            returning last_code
            """)
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  private Map<String, @Nullable Object> values(
      Draft draft, Guarantee guarantee, @Nullable Boolean needsLaw) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("guarantee", guarantee.name());
    values.put("title", draft.title());
    values.put("text", draft.text());
    values.put("priority", draft.priority());
    values.put("needsLaw", needsLaw);
    values.put("addedCost", draft.addedCost());
    values.put("proposedBy", draft.proposedBy());
    values.put("now", now());
    return values;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static Recommendation row(ResultSet row, int number) throws SQLException {
    String consensus = row.getString("consensus_state");
    String outcome = row.getString("political_outcome");
    return new Recommendation(
        row.getString("id"),
        row.getString("case_id"),
        "R" + row.getInt("number"),
        Guarantee.valueOf(row.getString("guarantee")),
        row.getString("title"),
        row.getString("text"),
        row.getInt("text_version"),
        row.getObject("priority", Integer.class),
        row.getObject("needs_law", Boolean.class),
        row.getBigDecimal("added_cost"),
        row.getString("proposed_by"),
        consensus == null ? null : ConsensusState.valueOf(consensus),
        outcome == null ? null : PoliticalOutcome.valueOf(outcome));
  }
}
