package org.socle.dialogue;

import org.jspecify.annotations.Nullable;

/** What happens to items on which a mandatory group objects when the rounds are used up. */
public interface Mediation {

  /** The next item of a round that needs a mediation; an {@link IllegalStateException} when there is none. */
  String selectForMediation(String roundId);

  /**
   * Records how a mediation ended; a settled item goes to another round on the new text.
   *
   * @param newText text that the parties settled on, required when settled
   */
  void record(String itemId, boolean settled, @Nullable String newText, @Nullable String note, String actor);

  /** The next item of a round for which the chair must choose; an {@link IllegalStateException} when there is none. */
  String selectForChair(String roundId);

  /**
   * Ends an item as the chair chose.
   *
   * @param choice CLOSE_WITH_DISSENT, ALTERNATIVES or DROP
   */
  void choose(String itemId, String choice, @Nullable String reason, String actor);
}
