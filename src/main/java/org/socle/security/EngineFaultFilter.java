package org.socle.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives whoever meets a fault of the engine a number instead of statements, classes and rows; the
 * log has the same number beside the engine's own lines.
 */
class EngineFaultFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(EngineFaultFilter.class);

  private static final String MESSAGE = "message";

  private final Problems problems;
  private final ObjectMapper json;

  EngineFaultFilter(Problems problems, ObjectMapper json) {
    this.problems = problems;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !EngineApiCalls.path(request).startsWith("/camunda/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, buffered);
    if (buffered.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      hide(request, buffered);
    }
    buffered.copyBodyToResponse();
  }

  private void hide(HttpServletRequest request, ContentCachingResponseWrapper response)
      throws IOException {
    String number = UUID.randomUUID().toString();
    LOG.error(
        "Fault {}: {} {} was answered with {}",
        number,
        request.getMethod(),
        EngineApiCalls.path(request).replaceAll("\\p{Cntrl}", "?"),
        response.getStatus());
    response.resetBuffer();
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    String words = problems.detail(request, ProblemKind.INTERNAL) + " (" + number + ")";
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(Map.of("type", "Fault", MESSAGE, words)));
  }
}
