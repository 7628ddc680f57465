package org.socle.nationalprocess;

/** Why a case stands still, or ended before its end. */
public enum InterruptionKind {
  /** A coordinator suspended the case. */
  SUSPENSION,
  /** A new government has to re-confirm mandate and members. */
  GOVERNMENT_CHANGE,
  /** The government withdrew the case. */
  WITHDRAWAL
}
