package org.socle.stakeholder;

import org.jspecify.annotations.Nullable;
import org.socle.stakeholder.NominationAnswer.Nominee;

/**
 * Who sits for an institution from now on, as a letter of the institution says.
 *
 * @param fullMemberAccount login name of who may act as full member, or null
 * @param substituteAccount login name of who may act as substitute, or null
 * @param endContact whether the institution's contact person may no longer act for the seat
 */
public record SeatMembers(
    @Nullable Nominee fullMember,
    @Nullable String fullMemberAccount,
    @Nullable Nominee substitute,
    @Nullable String substituteAccount,
    @Nullable String letterReference,
    boolean endContact) {

  /** Whether anybody was named at all. */
  public boolean named() {
    return fullMember != null
        || substitute != null
        || letterReference != null
        || fullMemberAccount != null
        || substituteAccount != null;
  }
}
