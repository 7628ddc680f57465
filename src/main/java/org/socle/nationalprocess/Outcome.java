package org.socle.nationalprocess;

/** How a national process ended. */
public enum Outcome {
  /** The request was declined. */
  DECLINED,
  /** The request was sent on to a process that runs already. */
  REDIRECTED,
  /** The request lapsed because the clarification did not come. */
  LAPSED,
  /** The working group could not be formed. */
  GROUP_NOT_FORMED,
  /** The dialogue ended without a result. */
  DIALOGUE_NOT_CONCLUDED,
  /** The result was refused, by the working group or by every level that decides. */
  REFUSED,
  /** The government withdrew the case. */
  WITHDRAWN,
  /** Every level has decided. */
  DECIDED
}
