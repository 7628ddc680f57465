package org.socle.stakeholder;

/** A group of seats; government, employers and workers are the mandatory ones. */
public enum Side {
  GOV,
  EMP,
  WRK,
  CSO,
  PARL,
  UN,
  DP,
  RES;

  /** Whether a position of this group is needed before an item can be decided (DT5). */
  public boolean mandatory() {
    return this == GOV || this == EMP || this == WRK;
  }
}
