package org.socle.security;

import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestTemplate;

/** From what the provider says in a sign-in to the account behind it. */
class OidcUsers extends OidcUserService {

  private final OidcAccounts accounts;

  OidcUsers(OidcAccounts accounts) {
    this.accounts = accounts;
    RestTemplate calls = new RestTemplate(OidcProvider.calls());
    calls.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    DefaultOAuth2UserService details = new DefaultOAuth2UserService();
    details.setRestOperations(calls);
    setOauth2UserService(details);
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser said = super.loadUser(request);
    OidcIdToken token = said.getIdToken();
    ProviderPerson person =
        ProviderPerson.of(
            String.valueOf(token.getIssuer()),
            token.getSubject(),
            token.getIssuedAt(),
            said.getClaims());
    return new ProviderUser(accounts.of(person), token, said.getUserInfo());
  }
}
