package org.socle.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
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
    Optional<Pending> due =
        authentication.getPrincipal() instanceof SignedInAccount account
            ? rules.now(account).map(SignedInAccount::pending)
            : Optional.empty();
    if (due.isPresent()) {
      // Straight there: on the way to the page that was asked for, it would be forgotten.
      getRedirectStrategy().sendRedirect(request, response, due.get().page());
    } else {
      super.onAuthenticationSuccess(request, response, authentication);
    }
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
