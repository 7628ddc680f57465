package org.socle.stakeholder;

import org.jspecify.annotations.Nullable;

/**
 * What an institution answered to the request for nominations; null where published facts are
 * silent.
 *
 * @param answer NOMINATE or DECLINE
 * @param channel letter, telephone … when staff recorded it, or null
 */
public record NominationAnswer(
    String answer,
    @Nullable Nominee fullMember,
    @Nullable Nominee substitute,
    @Nullable String letterReference,
    @Nullable String reason,
    @Nullable String channel) {

  /** Who is nominated. */
  public record Nominee(String name, @Nullable String function, @Nullable String email) {

    /**
     * Whether two nominees are the same person: same address, or same name where an address is
     * missing.
     */
    public boolean samePerson(Nominee other) {
      if (email != null && other.email != null) {
        return email.strip().equalsIgnoreCase(other.email.strip());
      }
      return name.strip().equalsIgnoreCase(other.name.strip());
    }
  }
}
