package org.socle.assessment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing recommended to the country; null stands for what is not known (yet).
 *
 * @param code R1, R2 … within the case, in the order of entry
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
    @Nullable Integer priority,
    @Nullable Boolean needsLaw,
    @Nullable BigDecimal addedCost,
    @Nullable String proposedBy,
    @Nullable ConsensusState consensusState,
    @Nullable PoliticalOutcome politicalOutcome) {}
