package org.socle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses to look at passwords and codes from an address that sent too many wrong ones. */
class AddressFilter extends OncePerRequestFilter {

  private final SignInThrottle throttle;
  private final Problems problems;
  private final SecurityLog log;

  AddressFilter(SignInThrottle throttle, Problems problems, SecurityLog log) {
    this.throttle = throttle;
    this.problems = problems;
    this.log = log;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!signsIn(request) || !throttle.refusesAddress(request.getRemoteAddr())) {
      chain.doFilter(request, response);
      return;
    }
    log.write(SecurityEvent.SIGN_IN_REFUSED, null, "sign-in", Map.of("why", "address"));
    if (Problems.concerns(request)) {
      problems.write(request, response, ProblemKind.TOO_MANY);
    } else {
      response.sendRedirect(request.getContextPath() + "/login?too-many");
    }
  }

  private static boolean signsIn(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    boolean form =
        "POST".equals(request.getMethod())
            && (EngineApiCalls.path(request).equals("/login")
                || EngineApiCalls.path(request).equals(Pending.CODE.page()));
    return form
        || authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("basic ");
  }
}
