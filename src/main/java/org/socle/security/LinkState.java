package org.socle.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a one-time link stands. */
public enum LinkState {
  OPEN,
  USED,
  REPLACED,
  EXPIRED,
  CLOSED,
  UNKNOWN;

  /**
   * The state at a moment; the last moment of a link belongs to it no more.
   *
   * @param accountClosed whether the account was closed
   */
  static LinkState of(
      @Nullable Instant used,
      @Nullable Instant replaced,
      boolean accountClosed,
      Instant expires,
      Instant now) {
    if (used != null) {
      return USED;
    }
    if (accountClosed) {
      return CLOSED;
    }
    if (replaced != null) {
      return REPLACED;
    }
    return now.isBefore(expires) ? OPEN : EXPIRED;
  }
}
