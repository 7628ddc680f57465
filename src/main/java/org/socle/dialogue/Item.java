package org.socle.dialogue;

import org.jspecify.annotations.Nullable;
import org.socle.assessment.Guarantee;

/**
 * A recommendation as one round discusses it.
 *
 * @param textVersion 1 for the text first entered, counted up by each mediation that settled
 * @param state OPEN or DECIDED
 * @param result what DT5 or the chair last said, null before
 * @param mediation NONE, SETTLED or NOT_SETTLED in this round
 */
public record Item(
    String id,
    String roundId,
    String recommendationId,
    String code,
    Guarantee guarantee,
    String title,
    String text,
    int textVersion,
    String state,
    @Nullable String result,
    String mediation) {

  /** Whether the item still waits for its end. */
  public boolean open() {
    return "OPEN".equals(state);
  }
}
