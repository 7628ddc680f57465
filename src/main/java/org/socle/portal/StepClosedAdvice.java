package org.socle.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says in words that a step is not open. */
@ControllerAdvice
class StepClosedAdvice {

  private final MessageSource messages;
  private final PageFrame frame;

  StepClosedAdvice(MessageSource messages, PageFrame frame) {
    this.messages = messages;
    this.frame = frame;
  }

  /** What was typed, so that nothing is lost when the case was suspended meanwhile. */
  private static List<String> kept(jakarta.servlet.http.HttpServletRequest request) {
    Map<String, String> sent = new LinkedHashMap<>();
    if ("POST".equals(request.getMethod())) {
      request.getParameterMap().forEach((name, values) -> sent.put(name, values[0]));
    }
    return Posted.of(sent).typed().values().stream().filter(text -> !text.isEmpty()).toList();
  }

  @ExceptionHandler
  ModelAndView closed(
      StepClosedException closed, jakarta.servlet.http.HttpServletRequest request, Locale locale) {
    ModelAndView page = new ModelAndView("step-closed", HttpStatus.CONFLICT);
    page.addObject("say", new Say(messages, locale));
    page.addObject("frame", frame.frame(request, locale));
    page.addObject("element", closed.page().element());
    page.addObject("row", closed.row());
    page.addObject("kept", kept(request));
    return page;
  }
}
