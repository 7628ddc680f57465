package org.socle.dialogue;

/** Determines for each open item of a round what its positions mean (DT5). */
public interface Consensus {

  /** Decides every open item of a round by rule and says what comes first for those that remain open. */
  Need determine(String roundId);

  /** What open items need, most urgent first. */
  enum Need {
    ASK_POSITION,
    MEDIATION,
    CHAIR_CHOICE,
    NEXT_ROUND,
    NOTHING
  }
}
