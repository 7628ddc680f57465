package org.socle.decision;

/** Kinds of deciding bodies in the order of DT7. */
public enum Level {
  TECHNICAL("chair"),
  TRIPARTITE("decision-clerk"),
  INTERMINISTERIAL("decision-clerk"),
  FINANCE("finance"),
  CABINET("decision-clerk"),
  PARLIAMENT("decision-clerk");

  private final String function;

  Level(String function) {
    this.function = function;
  }

  /** Function that records what the body decided. */
  public String function() {
    return function;
  }
}
