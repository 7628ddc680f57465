package org.socle.assessment;

/**
 * What a recommendation serves: one of the four guarantees of Recommendation 202, or the published
 * package as a whole.
 */
public enum Guarantee {
  G1,
  G2,
  G3,
  G4,
  PACKAGE
}
