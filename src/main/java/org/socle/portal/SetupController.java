package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.socle.security.FirstAdministrator;
import org.socle.security.FirstStart;
import org.socle.tracking.InvalidFormException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the printed link, on which an empty installation gets its administrator. */
@Controller
class SetupController {

  private final FirstStart firstStart;
  private final MessageSource messages;

  SetupController(FirstStart firstStart, MessageSource messages) {
    this.firstStart = firstStart;
    this.messages = messages;
  }

  @GetMapping("/setup/{link}")
  String page(@PathVariable String link, Locale locale, HttpServletResponse response, Model model) {
    FirstStart.Link state = firstStart.link(link);
    if (state != FirstStart.Link.OPEN) {
      return closed(state, response, model);
    }
    return form(link, TypedFields.empty(), locale.getLanguage(), model);
  }

  @PostMapping("/setup/{link}")
  String make(
      @PathVariable String link,
      @RequestParam Map<String, String> typed,
      @ModelAttribute("say") Say say,
      HttpServletResponse response,
      Model model) {
    try {
      if (firstStart.link(link) == FirstStart.Link.OPEN
          && firstStart.finish(link, administrator(typed))) {
        return "redirect:/login?set-up";
      }
      return closed(firstStart.link(link), response, model);
    } catch (InvalidFormException refused) {
      Map<String, String> shown =
          Map.of(
              "loginName",
              text(typed, "loginName"),
              "displayName",
              text(typed, "displayName"),
              "email",
              text(typed, "email"));
      return form(
          link, TypedFields.refused(shown, refused, messages, say), text(typed, "language"), model);
    }
  }

  private static FirstAdministrator administrator(Map<String, String> typed) {
    FirstAdministrator named =
        new FirstAdministrator(
            text(typed, "loginName").strip().toLowerCase(Locale.ROOT),
            text(typed, "displayName"),
            text(typed, "email").strip(),
            text(typed, "language"),
            text(typed, "password"));
    named.check();
    if (!named.password().equals(text(typed, "again"))) {
      throw InvalidFormException.of("again", "signin.error.password-again");
    }
    return named;
  }

  private static String text(Map<String, String> typed, String field) {
    return typed.getOrDefault(field, "");
  }

  private static String form(String link, TypedFields fields, String language, Model model) {
    model.addAttribute("link", link);
    model.addAttribute("fields", fields);
    model.addAttribute("chosen", language);
    return "setup";
  }

  private static String closed(FirstStart.Link state, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_GONE);
    model.addAttribute("used", state == FirstStart.Link.USED);
    return "setup-closed";
  }
}
