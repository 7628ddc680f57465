package org.socle.dialogue;

/** What a seat may say on an item; silence is {@link #NO_POSITION} and never support. */
public enum PositionValue {
  SUPPORT,
  SUPPORT_WITH_RESERVATION,
  OBJECT,
  ABSTAIN,
  NO_POSITION;

  /**
   * Whether the position must say why: a reservation or an objection without a text helps nobody.
   */
  public boolean needsText() {
    return this == SUPPORT_WITH_RESERVATION || this == OBJECT;
  }
}
