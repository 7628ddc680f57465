package org.socle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything: what came over plain http from another machine may have been read and
 * changed on its way, and its answer may be, so it gets none but the advice to use https.
 */
class TransportFilter extends OncePerRequestFilter {

  private final Proxies proxies;
  private final boolean plainAllowed;
  private final PlainPage page;
  private final SecurityLog log;

  TransportFilter(Proxies proxies, boolean plainAllowed, PlainPage page, SecurityLog log) {
    this.log = log;
    this.proxies = proxies;
    this.plainAllowed = plainAllowed;
    this.page = page;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.isSecure()) {
      chain.doFilter(request, new SecureCookies(response));
    } else if (plainAllowed || proxies.unread(request)) {
      chain.doFilter(request, response);
    } else {
      // Too early for the log to know the request by itself.
      log.write(SecurityEvent.REFUSED, null, "plain http", Map.of("peer", request.getRemoteAddr()));
      page.refuse(request, response, ProblemKind.PLAIN_HTTP);
    }
  }
}
