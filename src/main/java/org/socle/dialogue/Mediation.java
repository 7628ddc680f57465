package org.socle.dialogue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.ConsensusState;
import org.socle.assessment.Recommendations;
import org.socle.dialogue.Consensus.Need;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to items on which a mandatory group objects when the rounds are used up. */
@Service
public class Mediation {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Items items;
  private final RoundTable rounds;
  private final Recommendations recommendations;
  private final Evidence evidence;

  Mediation(
      JdbcClient jdbc,
      Clock clock,
      Items items,
      RoundTable rounds,
      Recommendations recommendations,
      Evidence evidence) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.items = items;
    this.rounds = rounds;
    this.recommendations = recommendations;
    this.evidence = evidence;
  }

  /**
   * The next item of a round that needs a mediation; an {@link IllegalStateException} when there is
   * none.
   */
  public String selectForMediation(String roundId) {
    return select(roundId, Need.MEDIATION);
  }

  /**
   * The next item of a round for which the chair must choose; an {@link IllegalStateException} when
   * there is none.
   */
  public String selectForChair(String roundId) {
    return select(roundId, Need.CHAIR_CHOICE);
  }

  /**
   * Records how a mediation ended; a settled item goes to another round on the new text.
   *
   * @param newText text that the parties settled on, required when settled
   */
  @Transactional
  public void record(
      String itemId,
      boolean settled,
      @Nullable String newText,
      @Nullable String note,
      String actor) {
    Item item = items.get(itemId);
    jdbc.sql(
            """
            insert into mediation (id, item_id, settled, new_text, note, recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            UUID.randomUUID().toString(),
            itemId,
            settled,
            newText,
            note,
            OffsetDateTime.now(clock),
            actor)
        .update();
    items.mediated(item, settled);
    if (settled && newText != null) {
      recommendations.revise(item.recommendationId(), newText, actor);
    }
    evidence.record(
        caseId(item),
        actor,
        "item.mediated",
        itemId,
        Map.of("code", item.code(), "settled", settled));
  }

  /**
   * Ends an item as the chair chose.
   *
   * @param choice CLOSE_WITH_DISSENT, ALTERNATIVES or DROP
   */
  @Transactional
  public void choose(String itemId, String choice, @Nullable String reason, String actor) {
    Item item = items.get(itemId);
    jdbc.sql(
            "insert into chair_choice (item_id, choice, reason, recorded_at, recorded_by) values (?, ?, ?, ?, ?)")
        .params(itemId, choice, reason, OffsetDateTime.now(clock), actor)
        .update();
    items.decide(caseId(item), item, ConsensusState.valueOf(choice), actor);
  }

  /** How the last mediation of an item ended. */
  public Optional<Mediated> last(String itemId) {
    return jdbc.sql(
            "select settled, new_text, note from mediation where item_id = ? order by recorded_at desc limit 1")
        .param(itemId)
        .query(Mediated.class)
        .optional();
  }

  /** Whether a recommendation has been through a mediation in any round of the case. */
  boolean done(String caseId, String recommendationId) {
    return jdbc.sql(
                """
                select count(*)
                  from mediation m
                  join round_item i on i.id = m.item_id
                  join round r on r.id = i.round_id
                 where r.case_id = ? and i.recommendation_id = ?
                """)
            .params(caseId, recommendationId)
            .query(Long.class)
            .single()
        > 0;
  }

  private String select(String roundId, Need need) {
    return items.open(roundId).stream()
        .filter(item -> need.name().equals(item.result()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No item of round " + roundId + " needs " + need))
        .id();
  }

  private String caseId(Item item) {
    return rounds.get(item.roundId()).caseId();
  }

  /** How a mediation ended. */
  public record Mediated(boolean settled, @Nullable String newText, @Nullable String note) {}
}
