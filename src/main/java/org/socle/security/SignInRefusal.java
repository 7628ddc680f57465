package org.socle.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a sign-in through the provider ends at a page that says what to do. */
public enum SignInRefusal {
  /** Nothing that the provider says about the person grants a role. */
  NO_ROLE,
  /** The account was closed here. */
  CLOSED,
  /** The provider did not answer, or not as it must. */
  FAILED;

  /** Its word in addresses and texts, such as {@code no-role}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The refusal with a word. */
  public static Optional<SignInRefusal> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
