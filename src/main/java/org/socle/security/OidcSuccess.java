package org.socle.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Puts the principal of the form's sign-in into the session, so that no door sees a difference. */
class OidcSuccess extends LandingHandler {

  private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

  OidcSuccess(SessionRules rules) {
    super(rules);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    ProviderUser user = (ProviderUser) authentication.getPrincipal();
    ProviderSignedIn person =
        new ProviderSignedIn(user.account(), user.getIdToken().getTokenValue());
    person.setDetails(authentication.getDetails());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(person);
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    super.onAuthenticationSuccess(request, response, person);
  }
}
