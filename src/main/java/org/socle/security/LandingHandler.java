package org.socle.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * After sign-in opens what is still due, then the page that was asked for, else the first page of
 * the person's role.
 */
class LandingHandler extends SavedRequestAwareAuthenticationSuccessHandler {

  private final SessionRules rules;

  LandingHandler(SessionRules rules) {
    this.rules = rules;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    Authentication landing = authentication;
    if (authentication.getPrincipal() instanceof SignedInAccount account) {
      SignedInAccount now = rules.now(account).orElse(account);
      Pending due = now.pending();
      if (due != null) {
        // Straight there: on the way to the page that was asked for, it would be forgotten.
        getRedirectStrategy().sendRedirect(request, response, due.page());
        return;
      }
      landing = UsernamePasswordAuthenticationToken.authenticated(now, null, now.getAuthorities());
    }
    super.onAuthenticationSuccess(request, response, landing);
  }

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    Set<String> groups = AuthorityUtils.authorityListToSet(authentication.getAuthorities());
    return Arrays.stream(Role.values())
        .filter(role -> groups.contains(role.group()))
        .map(Role::landingPage)
        .findFirst()
        .orElse("/");
  }
}
