package org.socle.security;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.TypedText;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Stands before the engine's REST calls: lets reading through, and of the writing calls only those
 * that keep to the forms and rules of the models.
 *
 * <p>Bodies with {@code orQueries} or an expression are refused, because release 7.24.0 evaluates
 * expressions in nested queries, so that whoever is signed in could run code on the server
 * (CVE-2026-109432). Deep nesting, over-long texts and signs that the database does not keep are
 * refused here as well: the engine would answer them with a fault of its own.
 */
class EngineApiGuard extends OncePerRequestFilter {

  private static final int TOO_LONG = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
  private static final int LONGEST_ID = 64;
  private static final String USER = "userId";
  private static final String TAKES_FORM = "/submit-form";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final ObjectMapper json;
  private final int longestBody;

  EngineApiGuard(ObjectMapper json, int longestBody) {
    this.json = json;
    this.longestBody = longestBody;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (asksDangerously(request.getQueryString())
        || (!READING.contains(request.getMethod()) && !EngineApiCalls.allowed(request, groups()))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (READING.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(longestBody + 1);
    int refusal = body.length > longestBody ? TOO_LONG : refusal(body, takesForm(request));
    if (refusal == 0
        && EngineApiCalls.namesSenderOnly(request, groups())
        && namesSomebodyElse(body)) {
      refusal = HttpServletResponse.SC_FORBIDDEN;
    }
    if (refusal == 0) {
      chain.doFilter(new BufferedRequest(request, body), response);
    } else {
      response.sendError(refusal);
    }
  }

  /**
   * Read as the engine reads it: the server leaves out what comes after its longest list of names,
   * the engine does not.
   */
  private static boolean asksDangerously(@Nullable String query) {
    return query != null
        && Arrays.stream(query.split("&"))
            .map(part -> UriUtils.decode(part.split("=", 2)[0], StandardCharsets.UTF_8))
            .anyMatch(EngineApiGuard::dangerous);
  }

  /** A form names its wrong fields itself. */
  private static boolean takesForm(HttpServletRequest request) {
    return EngineApiCalls.path(request).endsWith(TAKES_FORM);
  }

  private static Set<String> groups() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication == null
        ? Set.of()
        : AuthorityUtils.authorityListToSet(authentication.getAuthorities());
  }

  /**
   * The status with which a body is refused, or 0: it names a dangerous member at any depth, is no
   * JSON and so cannot be judged, or holds what no column of the engine takes.
   */
  private int refusal(byte[] body, boolean form) {
    try (JsonParser parser = json.createParser(body)) {
      JsonToken first = parser.nextToken();
      // The engine looks into what it takes for an object without asking whether there is one.
      if (first == null ? form : !first.isStructStart()) {
        return HttpServletResponse.SC_BAD_REQUEST;
      }
      for (JsonToken token = first; token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && dangerous(parser.currentName())) {
          return HttpServletResponse.SC_FORBIDDEN;
        }
        if (unusable(parser, token, form)) {
          return HttpServletResponse.SC_BAD_REQUEST;
        }
      }
      return 0;
    } catch (StreamConstraintsException tooDeepOrLong) {
      return HttpServletResponse.SC_BAD_REQUEST;
    } catch (IOException e) {
      return HttpServletResponse.SC_FORBIDDEN;
    }
  }

  /** Whether the body names another user than the person who is signed in; nobody is no other. */
  private boolean namesSomebodyElse(byte[] body) throws IOException {
    Authentication sender = SecurityContextHolder.getContext().getAuthentication();
    try (JsonParser parser = json.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean user = token != JsonToken.FIELD_NAME && USER.equals(parser.currentName());
        if (user
            && token != JsonToken.VALUE_NULL
            && (sender == null || !sender.getName().equals(parser.getText()))) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean unusable(JsonParser parser, JsonToken token, boolean form)
      throws IOException {
    if (token == JsonToken.FIELD_NAME) {
      return !TypedText.clean(parser.currentName(), false);
    }
    if (token != JsonToken.VALUE_STRING) {
      return false;
    }
    String text = parser.getText();
    boolean id = USER.equals(parser.currentName()) || "businessKey".equals(parser.currentName());
    // The engine takes the first letter of a type without looking whether there is one.
    boolean noType = "type".equals(parser.currentName()) && text.isEmpty();
    return noType
        || id && text.length() > LONGEST_ID
        || (id || !form) && !TypedText.clean(text, true);
  }

  private static boolean dangerous(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    return known.contains("orqueries") || known.contains("expression");
  }
}
