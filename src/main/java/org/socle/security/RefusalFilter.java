package org.socle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the security log of every request that any of the doors behind it refused. */
class RefusalFilter extends OncePerRequestFilter {

  private final SecurityLog log;

  RefusalFilter(SecurityLog log) {
    this.log = log;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    int status = response.getStatus();
    if (status == HttpServletResponse.SC_FORBIDDEN
        || status == HttpServletResponse.SC_UNAUTHORIZED) {
      // The query is left out: it may hold what somebody wrote.
      log.write(
          SecurityEvent.REFUSED, who(), request.getMethod() + " " + route(request) + " " + status);
    }
  }

  /** A link that works once is a secret as long as nobody has used it. */
  private static String route(HttpServletRequest request) {
    String route = request.getRequestURI();
    return route.contains("/setup/") && !route.contains("/camunda/")
        ? request.getContextPath() + "/setup/…"
        : LinkPurpose.withoutToken(route);
  }

  private static @Nullable String who() {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    return person == null || person instanceof AnonymousAuthenticationToken
        ? null
        : person.getName();
  }
}
