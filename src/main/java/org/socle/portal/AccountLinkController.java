package org.socle.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.socle.security.AccountLinks;
import org.socle.security.AccountLinks.Opened;
import org.socle.security.LinkPurpose;
import org.socle.security.LinkState;
import org.socle.security.NewPassword;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Where a one-time link leads: an invited person, or one who forgot the password, chooses one.
 *
 * <p>The form is sent without the token in its address, so that a refused form leaves it in no log.
 */
@Controller
class AccountLinkController {

  private final AccountLinks links;
  private final FormRenderer renderer;

  AccountLinkController(AccountLinks links, FormRenderer renderer) {
    this.links = links;
    this.renderer = renderer;
  }

  @GetMapping({"/account/invitation/{invitation}", "/account/password/{reset}"})
  String open(
      @PathVariable Map<String, String> path,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    AccountPages.keepPrivate(response);
    LinkPurpose of = purpose(request);
    String token = path.values().iterator().next();
    Opened link = links.look(token, of);
    String language = say.locale().getLanguage();
    return draw(of, token, link, Map.of("language", language), List.of(), say, model, response);
  }

  @PostMapping({"/account/invitation", "/account/password"})
  String choose(
      @RequestParam(name = "token", defaultValue = "") String token,
      @RequestParam(name = "password", defaultValue = "") String password,
      @RequestParam(name = "repeat", defaultValue = "") String repeat,
      @RequestParam(name = "language", defaultValue = "") String language,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    AccountPages.keepPrivate(response);
    LinkPurpose of = purpose(request);
    try {
      LinkState state =
          links.choose(
              token,
              of,
              new NewPassword(password, repeat),
              of == LinkPurpose.INVITATION ? language : null);
      return state == LinkState.OPEN
          ? "redirect:/login?" + (of == LinkPurpose.INVITATION ? "welcome" : "password-changed")
          : closed(of, state, model, response);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      Map<String, String> typed = Map.of("language", language);
      Opened link = links.look(token, of);
      return draw(of, token, link, typed, refused.errors(), say, model, response);
    }
  }

  private static LinkPurpose purpose(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
            .startsWith("/account/invitation")
        ? LinkPurpose.INVITATION
        : LinkPurpose.PASSWORD;
  }

  private static String closed(
      LinkPurpose of, LinkState state, Model model, HttpServletResponse response) {
    response.setStatus(
        state == LinkState.UNKNOWN ? HttpStatus.NOT_FOUND.value() : HttpStatus.GONE.value());
    model.addAttribute("purpose", of.name());
    model.addAttribute("state", state.name());
    return "account-link-closed";
  }

  private String draw(
      LinkPurpose of,
      String token,
      Opened link,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say,
      Model model,
      HttpServletResponse response) {
    if (link.state() != LinkState.OPEN) {
      return closed(of, link.state(), model, response);
    }
    model.addAttribute("purpose", of.name());
    model.addAttribute("action", "/account/" + of.name().toLowerCase(Locale.ROOT));
    model.addAttribute("token", token);
    model.addAttribute("link", link);
    model.addAttribute("form", renderer.draw(form(of, say), typed, errors, say));
    return "account-link";
  }

  private static FormSchema form(LinkPurpose of, Say say) {
    List<Field> fields = new ArrayList<>(passwords(say));
    if (of == LinkPurpose.INVITATION) {
      fields.add(PersonForms.select("language", PersonForms.languages(say), true, say));
    }
    return new FormSchema("account-link", fields);
  }

  /** A new password, typed twice: without a script nobody can look at what was typed. */
  static List<Field> passwords(Say say) {
    return List.of(password("password", say), password("repeat", say));
  }

  static Field password(String key, Say say) {
    return new Field(
        "password",
        key,
        "",
        say.text("people.field." + key),
        say.text("people.field." + key + ".hint"),
        true,
        72,
        null,
        null,
        List.of());
  }
}
