package org.socle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the code that is asked for after the password; without it a session opens nothing. */
class CodeFilter extends OncePerRequestFilter {

  /** What the filter works with. */
  @Component
  record Desk(
      SecondFactors factors,
      Sessions sessions,
      SessionRules rules,
      SignInThrottle throttle,
      SecurityLog log,
      Clock clock) {}

  private final Desk desk;
  private final AuthenticationSuccessHandler landing;

  CodeFilter(Desk desk, AuthenticationSuccessHandler landing) {
    this.desk = desk;
    this.landing = landing;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod())
        || !Pending.CODE.page().equals(EngineApiCalls.path(request));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !(authentication.getPrincipal() instanceof SignedInAccount account)
        || account.pending() != Pending.CODE) {
      response.sendRedirect(request.getContextPath() + "/");
      return;
    }
    String code = request.getParameter("code");
    if (code != null && desk.factors().accepts(account.getUsername(), code)) {
      accept(request, response);
    } else {
      refuse(request, response, account.getUsername());
    }
  }

  private void accept(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    desk.sessions().renew(request, response, mark -> mark.confirmedAt(desk.clock().instant()));
    Authentication confirmed = SecurityContextHolder.getContext().getAuthentication();
    desk.log().write(SecurityEvent.SIGN_IN_ACCEPTED, confirmed.getName(), "second-factor");
    landing.onAuthenticationSuccess(request, response, confirmed);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, String accountId)
      throws IOException {
    desk.throttle().failedFrom(request.getRemoteAddr());
    desk.log()
        .write(
            SecurityEvent.SIGN_IN_REFUSED, accountId, "second-factor", Map.of("why", "wrong code"));
    if (desk.factors().exhausted(accountId)) {
      SecurityContextHolder.clearContext();
      request.getSession().invalidate();
      response.sendRedirect(request.getContextPath() + "/login?codes");
    } else {
      response.sendRedirect(request.getContextPath() + Pending.CODE.page() + "?error");
    }
  }
}
