package org.socle.assessment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing recommended to the country; null stands for what is not known (yet).
 *
 * @param code R1, R2 … within the case, in the order of entry
 * @param textVersion 1 for the text first entered, counted up by each mediation that settled
 * @param priority 1 (first) to 3
 * @param needsLaw whether it takes a new law
 * @param addedCost added cost in percent of GDP in the peak year
 * @param proposedBy who proposed it: an institution, never a person
 */
public record Recommendation(
    String id,
    String caseId,
    String code,
    Guarantee guarantee,
    String title,
    String text,
    int textVersion,
    @Nullable Integer priority,
    @Nullable Boolean needsLaw,
    @Nullable BigDecimal addedCost,
    @Nullable String proposedBy,
    @Nullable ConsensusState consensusState,
    @Nullable PoliticalOutcome politicalOutcome) {

  /** Number within the case, by which lists are ordered. */
  public int number() {
    return Integer.parseInt(code.substring(1));
  }

  /** What the evidence says of it: its facts without the longer text. */
  Map<String, Object> facts() {
    Map<String, Object> facts =
        new TreeMap<>(Map.of("code", code, "guarantee", guarantee.name(), "title", title));
    facts.put("textVersion", textVersion);
    putKnown(facts, "priority", priority);
    putKnown(facts, "needsLaw", needsLaw);
    putKnown(facts, "addedCost", addedCost);
    putKnown(facts, "consensusState", consensusState == null ? null : consensusState.name());
    putKnown(facts, "politicalOutcome", politicalOutcome == null ? null : politicalOutcome.name());
    return facts;
  }

  private static void putKnown(Map<String, Object> facts, String name, @Nullable Object value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
