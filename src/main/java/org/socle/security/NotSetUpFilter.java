package org.socle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps everything closed while the installation has no account, but for the page that makes the
 * first one.
 */
class NotSetUpFilter extends OncePerRequestFilter {

  private static final List<String> OPEN =
      List.of("/setup/", "/css/", "/webjars/", "/js/", "/favicon.ico", "/actuator/health");

  private final BooleanSupplier setUp;
  private final PlainPage page;

  NotSetUpFilter(BooleanSupplier setUp, PlainPage page) {
    this.setUp = setUp;
    this.page = page;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // What is closed to everybody is refused, and told to the log, by its own door.
    if (open(EngineApiCalls.path(request)) || Doors.closed(request) || setUp.getAsBoolean()) {
      chain.doFilter(request, response);
    } else {
      page.refuse(request, response, ProblemKind.NOT_SET_UP);
    }
  }

  private static boolean open(String path) {
    return OPEN.stream().anyMatch(path::startsWith);
  }
}
