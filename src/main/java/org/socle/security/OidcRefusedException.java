package org.socle.security;

import java.io.Serial;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** The provider knows the person; we do not let the person in. */
class OidcRefusedException extends OAuth2AuthenticationException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient SignInRefusal why;

  OidcRefusedException(SignInRefusal why) {
    super("access_denied");
    this.why = why;
  }

  SignInRefusal why() {
    return why;
  }
}
