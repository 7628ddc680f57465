package org.socle.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.socle.security.Problem.FieldProblem;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Refuses requests of programs in words that a program and a person can read. */
@Component
public class Problems {

  private static final Set<String> SPOKEN = Set.of("en", "fr", "es");
  private static final int LONGEST_PATH = 300;

  private final ObjectMapper json;
  private final MessageSource messages;

  Problems(ObjectMapper json, MessageSource messages) {
    this.json = json;
    this.messages = messages;
  }

  /** Whether a request came to the door of programs. */
  public static boolean concerns(HttpServletRequest request) {
    String path = EngineApiCalls.path(request);
    return path.equals("/api") || path.startsWith("/api/");
  }

  /** Writes a refusal. */
  public void write(HttpServletRequest request, HttpServletResponse response, ProblemKind kind)
      throws IOException {
    write(request, response, kind, List.of());
  }

  /** Writes a refusal that names fields. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      ProblemKind kind,
      List<FieldError> errors)
      throws IOException {
    Locale locale = language(request);
    String path = request.getRequestURI();
    Problem problem =
        new Problem(
            "urn:socle:problem:" + kind.code(),
            text("api.problem." + kind.code() + ".title", locale),
            kind.status().value(),
            text("api.problem." + kind.code() + ".detail", locale),
            path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path,
            errors.stream().map(error -> field(error, locale)).toList());
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }

  /** Writes the refusal of a form. */
  public void write(
      HttpServletRequest request, HttpServletResponse response, InvalidFormException refused)
      throws IOException {
    write(request, response, ProblemKind.INVALID, refused.errors());
  }

  /** The first language that the program asks for and that Socle speaks, else English. */
  public static Locale language(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Locale.ENGLISH;
    }
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .filter(SPOKEN::contains)
        .map(Locale::forLanguageTag)
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  private FieldProblem field(FieldError error, Locale locale) {
    String said =
        messages.getMessage(error.message(), error.arguments().toArray(), error.message(), locale);
    return new FieldProblem(
        error.field(), error.message().replaceFirst("^error\\.", ""), String.valueOf(said));
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
