package org.socle.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/** Reads recommendations from their table. */
final class RecommendationRow implements RowMapper<Recommendation> {

  static final String SELECT =
      """
      select id, case_id, number, guarantee, title, text, text_version, priority, needs_law, added_cost, proposed_by,
             consensus_state, political_outcome
        from recommendation
      """;

  @Override
  public Recommendation mapRow(ResultSet row, int number) throws SQLException {
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
