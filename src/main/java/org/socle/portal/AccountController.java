package org.socle.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.socle.security.NewPassword;
import org.socle.security.OwnAccount;
import org.socle.security.Sessions;
import org.socle.tracking.Actor;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** What the reader's own account may do, its language and its password. */
@Controller
@RequestMapping("/account")
class AccountController {

  private final SignedIn signedIn;
  private final PeopleReads reads;
  private final OwnAccount own;
  private final FormRenderer renderer;
  private final CountryDays countries;
  private final LocaleResolver locales;
  private final Sessions sessions;

  AccountController(
      SignedIn signedIn,
      PeopleReads reads,
      OwnAccount own,
      FormRenderer renderer,
      CountryDays countries,
      LocaleResolver locales,
      Sessions sessions) {
    this.sessions = sessions;
    this.signedIn = signedIn;
    this.reads = reads;
    this.own = own;
    this.renderer = renderer;
    this.countries = countries;
    this.locales = locales;
  }

  @GetMapping
  String open(@ModelAttribute(name = "say", binding = false) Say say, Model model) {
    return draw(signedIn.actor(), List.of(), say, model);
  }

  @PostMapping("/language")
  String language(
      @RequestParam(name = "language", defaultValue = "") String language,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Actor actor = signedIn.actor();
    try {
      own.language(language, actor);
      // The session still knows the language of its sign-in; the reader's choice goes first.
      locales.setLocale(request, response, Locale.forLanguageTag(language));
      return "redirect:/account?saved";
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(actor, refused.errors(), say, model);
    }
  }

  @PostMapping("/new-password")
  String password(
      @RequestParam(name = "oldPassword", defaultValue = "") String old,
      @RequestParam(name = "password", defaultValue = "") String password,
      @RequestParam(name = "repeat", defaultValue = "") String repeat,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Actor actor = signedIn.actor();
    try {
      own.password(old, new NewPassword(password, repeat), actor);
      sessions.keepOwn(request, response);
      return "redirect:/account?saved";
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(actor, refused.errors(), say, model);
    }
  }

  private String draw(Actor actor, List<FieldError> errors, Say say, Model model) {
    PersonRow row = reads.person(actor.accountId()).orElseThrow();
    model.addAttribute("person", row);
    model.addAttribute("ties", reads.ties(row.id()));
    model.addAttribute("countries", countries);
    List<Field> passwords = new ArrayList<>();
    passwords.add(AccountLinkController.password("oldPassword", say));
    passwords.addAll(AccountLinkController.passwords(say));
    FormSchema language =
        new FormSchema(
            "account-language",
            List.of(PersonForms.select("language", PersonForms.languages(say), true, say)));
    model.addAttribute(
        "language",
        renderer.draw(language, Map.of("language", row.language()), of(errors, true), say));
    model.addAttribute(
        "password",
        renderer.draw(
            new FormSchema("account-password", passwords), Map.of(), of(errors, false), say));
    return "account";
  }

  private static List<FieldError> of(List<FieldError> errors, boolean language) {
    return errors.stream().filter(error -> error.field().equals("language") == language).toList();
  }
}
