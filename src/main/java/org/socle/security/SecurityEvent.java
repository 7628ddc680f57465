package org.socle.security;

import java.util.Locale;

/** What the security log tells. */
public enum SecurityEvent {
  SIGN_IN_ACCEPTED(false),
  SIGN_IN_REFUSED(true),
  SIGN_OUT(false),
  /** A door, a form without its token, or a call that the engine must not get. */
  REFUSED(true),
  ACCOUNT_CREATED(false),
  ACCOUNT_INVITED(false),
  ACCOUNT_CLOSED(false),
  PASSWORD_LINK_ASKED(false),
  PASSWORD_CHANGED(false),
  ROLES_CHANGED(false),
  SECOND_FACTOR_CHANGED(false),
  SESSIONS_ENDED(false);

  private final boolean refusal;

  SecurityEvent(boolean refusal) {
    this.refusal = refusal;
  }

  /** Whether somebody was refused. */
  public boolean refusal() {
    return refusal;
  }

  /** Its stable word, such as {@code sign-in-refused}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
