package org.socle.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.socle.assessment.ConsensusState;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.evidence.Rules;
import org.socle.stakeholder.WorkingGroup;
import org.socle.stakeholder.WorkingGroups;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Determines for each open item of a round what its positions mean (DT5). */
@Service
public class Consensus {

  private static final String TABLE = "determine-consensus";
  private static final int DEFAULT_MAX_ROUNDS = 3;
  private static final Set<String> FINAL =
      Set.of("CONSENSUS", "CONSENSUS_WITH_RESERVATIONS", "CLOSE_WITH_DISSENT");

  private final RoundTable rounds;
  private final Items items;
  private final Positions positions;
  private final Mediation mediation;
  private final WorkingGroups workingGroups;
  private final Rules rules;
  private final Published published;

  Consensus(
      RoundTable rounds,
      Items items,
      Positions positions,
      Mediation mediation,
      WorkingGroups workingGroups,
      Rules rules,
      Published published) {
    this.rounds = rounds;
    this.items = items;
    this.positions = positions;
    this.mediation = mediation;
    this.workingGroups = workingGroups;
    this.rules = rules;
    this.published = published;
  }

  /**
   * Decides every open item of a round by rule and says what comes first for those that remain
   * open.
   */
  @Transactional
  public Need determine(String roundId) {
    Round round = rounds.get(roundId);
    boolean replayed = published.replayed(round.caseId());
    for (Item item : items.open(roundId)) {
      if (replayed) {
        followPublished(round, item);
      } else {
        apply(round, item, evaluate(round, item, positions.count(item)));
      }
    }
    return items.open(roundId).stream()
        .map(Consensus::need)
        .min(Enum::compareTo)
        .orElse(Need.NOTHING);
  }

  private String evaluate(Round round, Item item, PositionCount count) {
    if ("SETTLED".equals(item.mediation())) {
      return Need.NEXT_ROUND.name();
    }
    Map<String, Object> inputs =
        count.inputs(
            rounds.isWrittenProcedureDone(round.id()),
            round.number() < maxRounds(round.caseId()),
            mediation.done(round.caseId(), item.recommendationId()));
    List<Map<String, Object>> rows = rules.decide(round.caseId(), TABLE, inputs);
    if (rows.isEmpty()) {
      throw new IllegalStateException("No rule of " + TABLE + " fits item " + item.id());
    }
    return count.confirm(String.valueOf(rows.get(0).get("result")));
  }

  private void apply(Round round, Item item, String result) {
    if (FINAL.contains(result)) {
      items.decide(round.caseId(), item, ConsensusState.valueOf(result), Evidence.SYSTEM);
    } else {
      items.result(item, result);
    }
  }

  /** Published facts end the item in any case: the published course went on. */
  private void followPublished(Round round, Item item) {
    PositionCount count = positions.count(item);
    if (!count.silentGroups().isEmpty()) {
      published.notPublished(round.caseId(), TABLE, "positions on " + item.code());
      items.decide(round.caseId(), item, ConsensusState.NOT_PUBLISHED, Evidence.SYSTEM);
      return;
    }
    String result = evaluate(round, item, count);
    if (!FINAL.contains(result)) {
      published.publishedOtherwise(round.caseId(), TABLE, result + " for " + item.code());
    }
    apply(round, item, FINAL.contains(result) ? result : "CLOSE_WITH_DISSENT");
  }

  private int maxRounds(String caseId) {
    Integer agreed = workingGroups.find(caseId).map(WorkingGroup::maxRounds).orElse(null);
    return agreed == null ? DEFAULT_MAX_ROUNDS : agreed;
  }

  private static Need need(Item item) {
    return Need.valueOf(String.valueOf(item.result()));
  }

  /** What open items need, most urgent first. */
  public enum Need {
    ASK_POSITION,
    MEDIATION,
    CHAIR_CHOICE,
    NEXT_ROUND,
    NOTHING
  }
}
