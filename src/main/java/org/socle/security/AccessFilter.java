package org.socle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request the groups of this moment, and ends the session of an account that was closed.
 */
class AccessFilter extends OncePerRequestFilter {

  private final IdentityDirectory directory;

  AccessFilter(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null
        && authentication.getPrincipal() instanceof SignedInAccount account) {
      Set<String> groups = directory.groupsOf(account.getUsername());
      if (groups.isEmpty()) {
        endSession(request);
      } else {
        use(account.withGroups(groups), authentication.getDetails());
      }
    }
    chain.doFilter(request, response);
  }

  private static void endSession(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /**
   * A context of its own: the one in the session is shared by requests that run at the same time.
   */
  private static void use(SignedInAccount account, Object details) {
    var current =
        UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
    current.setDetails(details);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(current);
    SecurityContextHolder.setContext(context);
  }
}
