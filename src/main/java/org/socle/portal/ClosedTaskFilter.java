package org.socle.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tells the Tasklist who answered a task before, in the words of My tasks; the engine alone would
 * call it a fault of its own.
 */
class ClosedTaskFilter extends OncePerRequestFilter {

  private static final Pattern TASK =
      Pattern.compile("/camunda/api/engine/engine/[^/]+/task/([^/]+)/(submit-form|claim)/?");

  private final ObjectProvider<DutyList> duties;
  private final ObjectProvider<DutyFacts> facts;
  private final MessageSource messages;
  private final LocaleResolver locales;
  private final ObjectMapper json;

  ClosedTaskFilter(
      ObjectProvider<DutyList> duties,
      ObjectProvider<DutyFacts> facts,
      MessageSource messages,
      LocaleResolver locales,
      ObjectMapper json) {
    this.duties = duties;
    this.facts = facts;
    this.messages = messages;
    this.locales = locales;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher task =
        TASK.matcher(request.getRequestURI().substring(request.getContextPath().length()));
    if (!task.matches() || !"POST".equals(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, buffered);
    if (buffered.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()
        || buffered.getStatus() == HttpStatus.NOT_FOUND.value()) {
      refuse(request, buffered, task.group(1));
    }
    buffered.copyBodyToResponse();
  }

  private void refuse(
      HttpServletRequest request, ContentCachingResponseWrapper response, String taskId)
      throws IOException {
    Say say = new Say(messages, locales.resolveLocale(request));
    Optional<DutyList.Answer> answer = duties.getObject().answerOfTask(taskId);
    String words =
        answer.isPresent()
            ? facts.getObject().answered(answer.get(), say)
            : say.text("portal.closed.ended");
    if (answer.isEmpty() && duties.getObject().taskOpen(taskId)) {
      // Somebody else has claimed it, which the engine says in its own words.
      response.setStatus(
          request.getRequestURI().endsWith("/claim")
              ? HttpStatus.CONFLICT.value()
              : response.getStatus());
      return;
    }
    response.resetBuffer();
    response.setStatus(
        answer.isPresent() ? HttpStatus.CONFLICT.value() : HttpStatus.NOT_FOUND.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(Map.of("type", "TaskClosed", "message", words)));
  }
}
