package org.socle.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.socle.assessment.ConsensusState;
import org.socle.assessment.Guarantee;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The items of rounds: each is a recommendation in the text that the round discusses. */
@Service
public class Items {

  private static final String SELECT =
      """
      select id, round_id, recommendation_id, code_number, guarantee, title, text, text_version, state, result,
             mediation_state
        from round_item
      """;

  private final JdbcClient jdbc;
  private final Recommendations recommendations;
  private final Evidence evidence;

  Items(JdbcClient jdbc, Recommendations recommendations, Evidence evidence) {
    this.jdbc = jdbc;
    this.recommendations = recommendations;
    this.evidence = evidence;
  }

  /** All items of a round by code. */
  public List<Item> ofRound(String roundId) {
    return jdbc.sql(SELECT + "where round_id = ? order by code_number")
        .param(roundId)
        .query(Items::row)
        .list();
  }

  /** Items of a round that wait for their end, by code. */
  public List<Item> open(String roundId) {
    return ofRound(roundId).stream().filter(Item::open).toList();
  }

  /** One item. */
  public Optional<Item> find(String itemId) {
    return jdbc.sql(SELECT + "where id = ?").param(itemId).query(Items::row).optional();
  }

  Item get(String itemId) {
    return find(itemId).orElseThrow();
  }

  void add(String roundId, Recommendation recommendation) {
    jdbc.sql(
            """
            insert into round_item (id, round_id, recommendation_id, code_number, guarantee, title, text, text_version,
                   state)
            values (:id, :roundId, :recommendationId, :number, :guarantee, :title, :text, :textVersion, 'OPEN')
            """)
        .param("id", UUID.randomUUID().toString())
        .param("roundId", roundId)
        .param("recommendationId", recommendation.id())
        .param("number", recommendation.number())
        .param("guarantee", recommendation.guarantee().name())
        .param("title", recommendation.title())
        .param("text", recommendation.text())
        .param("textVersion", recommendation.textVersion())
        .update();
  }

  /** Takes open items into the next round, in the text that a mediation may have changed. */
  void carry(String fromRoundId, String toRoundId) {
    for (Item item : open(fromRoundId)) {
      add(toRoundId, recommendations.find(item.recommendationId()).orElseThrow());
    }
  }

  /** Moves all items to another convocation of the same round; nothing was said on them yet. */
  void move(String fromRoundId, String toRoundId) {
    jdbc.sql("update round_item set round_id = ? where round_id = ?")
        .params(toRoundId, fromRoundId)
        .update();
  }

  void result(Item item, String result) {
    jdbc.sql("update round_item set result = ? where id = ?").params(result, item.id()).update();
  }

  void mediated(Item item, boolean settled) {
    jdbc.sql("update round_item set mediation_state = ? where id = ?")
        .params(settled ? "SETTLED" : "NOT_SETTLED", item.id())
        .update();
  }

  void decide(String caseId, Item item, ConsensusState state, String actor) {
    jdbc.sql("update round_item set state = 'DECIDED', result = ? where id = ?")
        .params(state.name(), item.id())
        .update();
    recommendations.settle(item.recommendationId(), state, actor);
    evidence.record(
        caseId,
        actor,
        "item.decided",
        item.id(),
        Map.of("code", item.code(), "result", state.name()));
  }

  private static Item row(ResultSet row, int number) throws SQLException {
    return new Item(
        row.getString("id"),
        row.getString("round_id"),
        row.getString("recommendation_id"),
        "R" + row.getInt("code_number"),
        Guarantee.valueOf(row.getString("guarantee")),
        row.getString("title"),
        row.getString("text"),
        row.getInt("text_version"),
        row.getString("state"),
        row.getString("result"),
        row.getString("mediation_state"));
  }
}
