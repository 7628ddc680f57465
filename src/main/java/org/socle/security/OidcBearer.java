package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Programs that bring a token of the provider: the same accounts and grants as in the browser.
 *
 * <p>No event is published: listeners would take the token for a name.
 */
class OidcBearer implements AuthenticationManager, AuthenticationEntryPoint {

  static final String CHALLENGE = "Bearer realm=\"Socle\"";

  private final OidcProvider provider;
  private final OidcAccounts accounts;
  private final Problems problems;
  private final SecurityLog log;

  OidcBearer(OidcProvider provider, OidcAccounts accounts, Problems problems, SecurityLog log) {
    this.provider = provider;
    this.accounts = accounts;
    this.problems = problems;
    this.log = log;
  }

  @Override
  public Authentication authenticate(Authentication brought) {
    Jwt token = decoded(((BearerTokenAuthenticationToken) brought).getToken());
    SignedInAccount account =
        accounts.of(
            ProviderPerson.of(
                String.valueOf(token.getClaims().get("iss")),
                token.getSubject(),
                token.getIssuedAt(),
                token.getClaims()));
    log.write(SecurityEvent.SIGN_IN_ACCEPTED, account.getUsername(), "bearer token");
    return UsernamePasswordAuthenticationToken.authenticated(
        account, null, account.getAuthorities());
  }

  private Jwt decoded(String token) {
    try {
      return provider.bearerToken(token);
    } catch (BadJwtException refused) {
      throw new InvalidBearerTokenException("The token is not valid here", refused);
    } catch (JwtException | IllegalArgumentException unreachable) {
      throw new AuthenticationServiceException("The provider does not answer", unreachable);
    }
  }

  /** The reason stays in the log: a caller learns that the token is worth nothing, not why. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    log.write(
        SecurityEvent.SIGN_IN_REFUSED,
        null,
        "bearer token",
        Map.of("why", OidcFailure.reason(refused)));
    if (refused instanceof OidcRefusedException) {
      problems.write(request, response, ProblemKind.FORBIDDEN);
    } else {
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
      problems.write(request, response, ProblemKind.UNAUTHORIZED);
    }
  }
}
