package org.socle.stakeholder;

/**
 * An institution's mandate in a working group.
 *
 * @param category code of {@link Category}
 * @param side code of {@link Side}
 * @param state code of {@link SeatState}; only SEATED seats take part
 * @param voting whether its position counts for consensus
 */
public record Seat(
    String id,
    String caseId,
    String institutionId,
    String acronym,
    String institution,
    String category,
    String side,
    String state,
    boolean voting) {

  /** Candidate group of what is asked of the seat. */
  public String group() {
    return "seat-" + id;
  }

  /** Whether the seat takes part in the group. */
  public boolean seated() {
    return SeatState.SEATED.name().equals(state);
  }
}
