package org.socle.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Tells the Tasklist who answered a task and when, where the engine would only say that there is no
 * such task; the form stays open with what was typed.
 */
class ClosedTaskFilter extends OncePerRequestFilter {

  private static final Pattern SUBMIT =
      Pattern.compile("/camunda/api/engine/engine/[^/]+/task/([^/]+)/(submit-form|claim)/?");

  private final ClosedTasks tasks;
  private final LocaleResolver locales;
  private final ObjectMapper json = new ObjectMapper();

  ClosedTaskFilter(ClosedTasks tasks, LocaleResolver locales) {
    this.tasks = tasks;
    this.locales = locales;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod()) || !matcher(request).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher matcher = matcher(request);
    Locale locale = locales.resolveLocale(request);
    Optional<String> closed =
        matcher.matches() ? tasks.how(matcher.group(1), locale) : Optional.empty();
    if (closed.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    json.writeValue(
        response.getOutputStream(), Map.of("type", "TaskClosed", "message", closed.get()));
  }

  private static Matcher matcher(HttpServletRequest request) {
    return SUBMIT.matcher(request.getRequestURI().substring(request.getContextPath().length()));
  }
}
