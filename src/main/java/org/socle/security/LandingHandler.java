package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** After sign-in opens the page that was asked for, else the first page of the person's role. */
class LandingHandler extends SavedRequestAwareAuthenticationSuccessHandler {

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
