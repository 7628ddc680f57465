package org.socle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address that reaches one of the engine's servlets without being spelled as they are:
 * who encodes a plain letter hides from rules that compare what was sent, and Spring Security stops
 * at it with a fault.
 */
class DisguiseFilter extends OncePerRequestFilter {

  private final SecurityLog log;

  DisguiseFilter(SecurityLog log) {
    this.log = log;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (disguised(request)) {
      refuse(log, request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean disguised(HttpServletRequest request) {
    return request.getPathInfo() != null
        && !(request.getRequestURI() + "/")
            .startsWith(request.getContextPath() + request.getServletPath() + "/");
  }

  /** Answers an address that nobody writes by accident, and tells the security log. */
  static void refuse(SecurityLog log, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = HttpServletResponse.SC_BAD_REQUEST;
    log.write(
        SecurityEvent.REFUSED, null, request.getMethod() + " " + told(request) + " " + status);
    response.sendError(status);
  }

  /** As the engine would read it; an address of ours may hold a link that works once. */
  private static String told(HttpServletRequest request) {
    return request.getPathInfo() == null ? "…" : EngineApiCalls.path(request);
  }
}
