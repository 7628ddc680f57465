package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Refuses a request before any page or door is reached: a page of two sentences for people, a
 * problem for programs.
 */
@Component
class PlainPage {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%1$s">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%2$s – Socle</title>
        <link rel="stylesheet" href="%4$s/webjars/picocss__pico/2.1.1/css/pico.min.css">
        <link rel="stylesheet" href="%4$s/css/socle.css">
        <link rel="icon" type="image/svg+xml" href="%4$s/css/socle.svg">
      </head>
      <body>
      <header class="band"><div class="container band-row"><span class="product">Socle</span></div></header>
      <main id="content" class="container"><div class="measure">
        <h1>%2$s</h1>
        <p class="lead">%3$s</p>
      </div></main>
      </body>
      </html>
      """;

  private final MessageSource messages;
  private final Problems problems;

  PlainPage(MessageSource messages, Problems problems) {
    this.messages = messages;
    this.problems = problems;
  }

  /** Refuses with the status and the words of a kind of problem. */
  void refuse(HttpServletRequest request, HttpServletResponse response, ProblemKind kind)
      throws IOException {
    PageHeaders.OURS.writeHeaders(request, response);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (Problems.concerns(request)) {
      problems.write(request, response, kind);
      return;
    }
    Locale locale = Problems.language(request);
    String page =
        PAGE.formatted(
            locale.getLanguage(),
            text("signin.refused." + kind.code() + ".title", locale),
            text("signin.refused." + kind.code() + ".text", locale),
            request.getContextPath());
    response.setStatus(kind.status().value());
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }

  private String text(String key, Locale locale) {
    return HtmlUtils.htmlEscape(messages.getMessage(key, null, locale), "UTF-8");
  }
}
