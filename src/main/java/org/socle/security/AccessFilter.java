package org.socle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request the groups of this moment, ends a session that is over, and lets somebody who
 * still owes a code or a password reach nothing but the page for it.
 */
class AccessFilter extends OncePerRequestFilter {

  private static final String ENGINE_CALLS = "/camunda/api";
  private static final List<String> ALWAYS_OPEN =
      List.of(
          "/logout", "/login", "/css/", "/webjars/", "/js/", "/favicon.ico", "/actuator/health");

  private final SessionRules rules;
  private final Problems problems;

  AccessFilter(SessionRules rules, Problems problems) {
    this.rules = rules;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null
        && authentication.getPrincipal() instanceof SignedInAccount account) {
      Optional<SignedInAccount> now = rules.now(account);
      if (now.isEmpty()) {
        endSession(request);
      } else {
        use(now.get(), authentication.getDetails());
        Pending pending = now.get().pending();
        if (pending != null && !open(EngineApiCalls.path(request), pending)) {
          turnAway(request, response, pending);
          return;
        }
      }
    }
    chain.doFilter(request, response);
  }

  private static boolean open(String path, Pending pending) {
    return path.equals(pending.page())
        || path.startsWith(pending.page() + "/")
        || ALWAYS_OPEN.stream().anyMatch(path::startsWith);
  }

  private void turnAway(HttpServletRequest request, HttpServletResponse response, Pending pending)
      throws IOException {
    if (Problems.concerns(request)) {
      problems.write(request, response, pending.problem());
    } else if (EngineApiCalls.path(request).startsWith(ENGINE_CALLS)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      response.sendRedirect(request.getContextPath() + pending.page());
    }
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
