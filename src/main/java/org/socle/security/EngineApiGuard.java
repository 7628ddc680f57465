package org.socle.security;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the engine's REST calls: lets reading through, and of the writing calls only those
 * that keep to the forms and rules of the models.
 *
 * <p>Bodies with {@code orQueries} or an expression are refused, because release 7.24.0 evaluates
 * expressions in nested queries, so that whoever is signed in could run code on the server
 * (CVE-2026-109432).
 */
class EngineApiGuard extends OncePerRequestFilter {

  private static final int LONGEST_BODY = 1_000_000;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final ObjectMapper json;

  EngineApiGuard(ObjectMapper json) {
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean expression =
        request.getParameterMap().keySet().stream().anyMatch(EngineApiGuard::dangerous);
    if (expression
        || (!READING.contains(request.getMethod()) && !EngineApiCalls.allowed(request, groups()))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (READING.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (body.length > 0 && refused(body)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(new BufferedRequest(request, body), response);
    }
  }

  private static Set<String> groups() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication == null
        ? Set.of()
        : AuthorityUtils.authorityListToSet(authentication.getAuthorities());
  }

  /**
   * Whether a body names a dangerous member at any depth, or is no JSON and so cannot be judged.
   */
  private boolean refused(byte[] body) {
    try (JsonParser parser = json.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && dangerous(parser.currentName())) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean dangerous(String name) {
    return name.equalsIgnoreCase("orQueries")
        || name.toLowerCase(Locale.ROOT).endsWith("expression");
  }
}
