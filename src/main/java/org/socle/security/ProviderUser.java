package org.socle.security;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** What Spring Security hands on between the provider's answer and our own principal. */
class ProviderUser extends DefaultOidcUser {

  @Serial private static final long serialVersionUID = 1L;

  private final SignedInAccount account;

  ProviderUser(SignedInAccount account, OidcIdToken idToken, @Nullable OidcUserInfo info) {
    super(account.getAuthorities(), idToken, info);
    this.account = account;
  }

  SignedInAccount account() {
    return account;
  }

  @Override
  public String getName() {
    return account.getUsername();
  }
}
