package org.socle.assessment;

/** How the dialogue ended for a recommendation (DT5 and the chair's choice). */
public enum ConsensusState {
  CONSENSUS,
  CONSENSUS_WITH_RESERVATIONS,
  CLOSE_WITH_DISSENT,
  ALTERNATIVES,
  DROP,
  /** The case is carried from published facts, which do not say. */
  NOT_PUBLISHED
}
