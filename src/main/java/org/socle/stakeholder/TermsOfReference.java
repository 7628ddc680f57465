package org.socle.stakeholder;

import org.jspecify.annotations.Nullable;

/**
 * What the working group is for and how it decides; null where published facts are silent.
 *
 * @param decisionRule CONSENSUS
 * @param quorumProfile row of DT4: GROUPS_PRESENT, FR_RECONVENE, GHANA_STYLE or CONSULTATIVE
 * @param maxRounds most rounds in which an item is discussed, 1 to 9
 */
public record TermsOfReference(
    @Nullable String mandate,
    @Nullable String decisionRule,
    @Nullable String quorumProfile,
    @Nullable Integer maxRounds,
    @Nullable String languages) {}
