package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Sends a sign-in that was refused to the page that says what to do; never back to the provider.
 */
class OidcFailure implements AuthenticationFailureHandler {

  private final SecurityLog log;

  OidcFailure(SecurityLog log) {
    this.log = log;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    log.write(SecurityEvent.SIGN_IN_REFUSED, null, "provider", Map.of("why", reason(refused)));
    SignInRefusal why =
        refused instanceof OidcRefusedException ours ? ours.why() : SignInRefusal.FAILED;
    response.sendRedirect(request.getContextPath() + "/sign-in-refused/" + why.code());
  }

  /** A word of ours or of the protocol, nothing that a token or an address says. */
  static String reason(AuthenticationException refused) {
    if (refused instanceof OidcRefusedException ours) {
      return ours.why().code();
    }
    return refused instanceof OAuth2AuthenticationException protocol
        ? protocol.getError().getErrorCode()
        : refused.getClass().getSimpleName();
  }
}
