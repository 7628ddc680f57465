package org.socle.security;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a one-time link is for. */
public enum LinkPurpose {
  INVITATION("account-invited-person"),
  PASSWORD("password-forgotten-person");

  private static final Pattern TOKEN = Pattern.compile("(?i)(/account/(?:invitation|password)/).+");

  private final String mail;

  LinkPurpose(String mail) {
    this.mail = mail;
  }

  /** Kind of the mail that brings the link. */
  String mail() {
    return mail;
  }

  /** Address of the page, without the host. */
  String path(String token) {
    return "/account/" + name().toLowerCase(Locale.ROOT) + "/" + token;
  }

  /** An address without the token of a one-time link, as it may stand in a log. */
  static String withoutToken(String address) {
    return TOKEN.matcher(address).replaceFirst("$1…");
  }

  Duration validity(SecurityProperties.Links links) {
    return this == INVITATION ? links.invitation() : links.password();
  }
}
