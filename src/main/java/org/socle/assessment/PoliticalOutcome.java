package org.socle.assessment;

/** Political outcome of a recommendation (DT10). */
public enum PoliticalOutcome {
  APPROVED,
  APPROVED_MODIFIED,
  RETURNED,
  DEFERRED,
  REJECTED,
  NOT_CONSIDERED,
  /** The case is carried from published facts, which do not say. */
  NOT_PUBLISHED
}
