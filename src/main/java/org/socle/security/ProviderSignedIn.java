package org.socle.security;

import java.io.Serial;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/**
 * A person who signed in through the provider: the same principal as with the form, and what the
 * provider wants to see when the person signs out.
 */
class ProviderSignedIn extends UsernamePasswordAuthenticationToken {

  @Serial private static final long serialVersionUID = 1L;

  private final String idToken;

  ProviderSignedIn(SignedInAccount account, String idToken) {
    super(account, null, account.getAuthorities());
    this.idToken = idToken;
  }

  String idToken() {
    return idToken;
  }
}
