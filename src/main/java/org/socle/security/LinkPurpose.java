package org.socle.security;

import java.time.Duration;
import java.util.Locale;

/** What a one-time link is for. */
public enum LinkPurpose {
  INVITATION("account-invited-person"),
  PASSWORD("password-forgotten-person");

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

  Duration validity(SecurityProperties.Links links) {
    return this == INVITATION ? links.invitation() : links.password();
  }
}
