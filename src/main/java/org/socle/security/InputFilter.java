package org.socle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.TypedText;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Stands before every door: refuses what is too long or no text, which the server would otherwise
 * cut off without a word or hand to the database.
 */
class InputFilter extends OncePerRequestFilter {

  private static final String ERROR_PAGE = "/error";
  private static final Set<String> FILE_DOORS = Set.of("/countries/file");
  private static final Set<FailReason> TOO_MUCH =
      Set.of(FailReason.POST_TOO_LARGE, FailReason.TOO_MANY_PARAMETERS);

  private final Problems problems;
  private final int longestBody;

  InputFilter(Problems problems, int longestBody) {
    this.problems = problems;
    this.longestBody = longestBody;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // The page of errors is for the server's own use; asked for by itself it has nothing to say.
    if (ERROR_PAGE.equals(request.getServletPath())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (unreadable(request.getRequestURI())
        || unreadable(request.getQueryString())
        || disguised(request)) {
      refuse(request, response, ProblemKind.MALFORMED);
      return;
    }
    if (multipart(request) && !takesFiles(request)) {
      refuse(request, response, ProblemKind.UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    if (Problems.concerns(request)) {
      byte[] body = request.getInputStream().readNBytes(longestBody + 1);
      if (body.length > longestBody) {
        refuse(request, response, ProblemKind.TOO_LARGE);
      } else {
        chain.doFilter(new BufferedRequest(request, body), response);
      }
      return;
    }
    FailReason failed = failed(request);
    if (failed == null) {
      chain.doFilter(request, response);
    } else {
      refuse(
          request,
          response,
          TOO_MUCH.contains(failed) ? ProblemKind.TOO_LARGE : ProblemKind.MALFORMED);
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemKind kind)
      throws IOException {
    if (Problems.concerns(request)) {
      problems.write(request, response, kind);
    } else {
      response.sendError(kind.status().value());
    }
  }

  /** Tomcat drops the fields of a form that it cannot take and goes on without them. */
  private static @Nullable FailReason failed(HttpServletRequest request) {
    if (!multipart(request)
        && !type(request).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
      return null;
    }
    request.getParameterMap();
    return request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR)
            instanceof FailReason why
        ? why
        : null;
  }

  private static boolean multipart(HttpServletRequest request) {
    return type(request).startsWith("multipart/");
  }

  /** Files have doors of their own; their parts are read here, before anybody looks at them. */
  private static boolean takesFiles(HttpServletRequest request) {
    return "POST".equals(request.getMethod())
        && FILE_DOORS.contains(path(request))
        && type(request).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo() == null ? "" : request.getPathInfo();
    return request.getServletPath() + info;
  }

  private static String type(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null ? "" : type.toLowerCase(Locale.ROOT);
  }

  /**
   * The engine's servlets stand under paths of plain letters; who writes one of them in another way
   * hides from rules that compare what was sent.
   */
  private static boolean disguised(HttpServletRequest request) {
    return request.getPathInfo() != null
        && !(request.getRequestURI() + "/")
            .startsWith(request.getContextPath() + request.getServletPath() + "/");
  }

  private static boolean unreadable(@Nullable String raw) {
    if (raw == null || raw.indexOf('%') < 0) {
      return false;
    }
    try {
      String bytes = UriUtils.decode(raw, StandardCharsets.ISO_8859_1);
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
              .toString();
      return !TypedText.clean(text, true);
    } catch (IllegalArgumentException | CharacterCodingException notText) {
      return true;
    }
  }
}
