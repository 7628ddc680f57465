package org.socle.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One sitting of the dialogue.
 *
 * @param number 1 for the first round
 * @param convocation 1, or 2 when the round was convened again for want of a quorum
 * @param date day of the sitting, null until convened or when not published
 * @param mode IN_PERSON, ONLINE or MIXED
 * @param answerTerm working days that seats have for their positions
 * @param chairPresent whether the chair attended, null when nobody said
 * @param quorum result of DT4, null before the check
 */
public record Round(
    String id,
    String caseId,
    int number,
    int convocation,
    @Nullable LocalDate date,
    @Nullable String place,
    @Nullable String mode,
    @Nullable Integer answerTerm,
    @Nullable String agenda,
    @Nullable Boolean chairPresent,
    @Nullable Boolean quorum,
    State state,
    Instant openedAt,
    @Nullable Instant closedAt) {

  /** Where a round stands. */
  public enum State {
    PREPARED,
    CONVENED,
    ASKING,
    CLOSED,
    NO_QUORUM
  }
}
