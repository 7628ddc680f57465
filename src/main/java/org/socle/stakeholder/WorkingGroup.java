package org.socle.stakeholder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The working group of a case.
 *
 * @param installedAt when it was installed, or null
 */
public record WorkingGroup(
    String caseId, TermsOfReference terms, LegalAct act, @Nullable Instant installedAt) {

  /** Row of DT4, or null when the terms of reference are not known. */
  public @Nullable String quorumProfile() {
    return terms.quorumProfile();
  }

  /** Most rounds of an item, or null when the terms of reference are not known. */
  public @Nullable Integer maxRounds() {
    return terms.maxRounds();
  }
}
