package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.country.CountryProfile;
import org.socle.notification.MailServer;
import org.socle.security.Grants;
import org.socle.security.NewPerson;
import org.socle.security.People;
import org.socle.tracking.Actor;
import org.socle.tracking.AlreadySentException;
import org.socle.tracking.FormSchema;
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

/** Adds a person: enter, check, invite. */
@Controller
@RequestMapping("/people/add")
class PersonAddController {

  private static final String ADDRESS = "/people/add";

  private final PersonDesk desk;
  private final PersonForms forms;
  private final FormRenderer renderer;
  private final People people;
  private final MailServer mail;
  private final SendOnce once;

  PersonAddController(
      PersonDesk desk,
      PersonForms forms,
      FormRenderer renderer,
      People people,
      MailServer mail,
      SendOnce once) {
    this.desk = desk;
    this.forms = forms;
    this.renderer = renderer;
    this.people = people;
    this.mail = mail;
    this.once = once;
  }

  @GetMapping
  String open(@ModelAttribute(name = "say", binding = false) Say say, Model model) {
    Actor actor = desk.keeper();
    List<CountryProfile> offered = forms.offered(actor);
    Map<String, String> typed =
        offered.size() == 1 ? Map.of("country", offered.get(0).iso3()) : Map.of();
    return draw(actor, typed, List.of(), say, model);
  }

  @PostMapping
  String post(
      @RequestParam(name = Posted.STEP, defaultValue = "check") String step,
      @RequestParam(name = SendOnce.FIELD, required = false) @Nullable String drawn,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Actor actor = desk.keeper();
    Map<String, String> typed = Posted.of(parameters).typed();
    try {
      return switch (step) {
        case "send" -> "redirect:" + send(actor, drawn, typed) + "?invited";
        case "change" -> draw(actor, typed, List.of(), say, model);
        default -> check(actor, typed, say, model);
      };
    } catch (AlreadySentException sent) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return draw(actor, typed, SendOnce.OTHER_CONTENT, say, model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      String country = typed.getOrDefault("country", "");
      return draw(actor, typed, PersonTicks.ofCountry(refused.errors(), country), say, model);
    }
  }

  private String check(Actor actor, Map<String, String> typed, Say say, Model model) {
    Grants given = grants(actor, typed);
    NewPerson person = person(typed);
    checkAddress(person, given, actor);
    model.addAttribute("heading", say.text("people.add.title"));
    model.addAttribute("action", ADDRESS);
    model.addAttribute("typed", typed);
    FormSchema ticked = PersonForms.ticked(form(actor, say), typed);
    model.addAttribute("form", renderer.draw(ticked, typed, List.of(), say));
    return "form-check";
  }

  private String send(Actor actor, @Nullable String drawn, Map<String, String> typed) {
    Grants given = grants(actor, typed);
    NewPerson person = person(typed);
    checkAddress(person, given, actor);
    return once.sendForm(
        actor, drawn, ADDRESS, typed, () -> "/people/" + people.invite(person, given, actor));
  }

  // Whoever can be reached by mail must be; otherwise the link is handed over.
  private void checkAddress(NewPerson person, Grants given, Actor actor) {
    List<FieldError> errors = new ArrayList<>();
    if (mail.configured() && person.email().isEmpty()) {
      errors.add(new FieldError("email", "error.required", List.of()));
    }
    try {
      people.checkInvitation(person, given, actor);
    } catch (InvalidFormException refused) {
      errors.addAll(refused.errors());
    }
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
  }

  private Grants grants(Actor actor, Map<String, String> typed) {
    return PersonTicks.read(
        PersonTicks.forCountry(typed),
        forms.offered(actor).stream().map(CountryProfile::iso3).collect(Collectors.toSet()),
        forms.agencyCodes(actor));
  }

  private static NewPerson person(Map<String, String> typed) {
    return new NewPerson(
        typed.getOrDefault("loginName", "").toLowerCase(Locale.ROOT),
        typed.getOrDefault("displayName", ""),
        typed.getOrDefault("email", ""),
        typed.getOrDefault("language", ""));
  }

  private FormSchema form(Actor actor, Say say) {
    return forms.add(actor, mail.configured(), say);
  }

  private String draw(
      Actor actor, Map<String, String> typed, List<FieldError> errors, Say say, Model model) {
    model.addAttribute("heading", say.text("people.add.title"));
    model.addAttribute(
        "intro", say.text(mail.configured() ? "people.add.intro" : "people.add.intro.no-mail"));
    model.addAttribute("action", ADDRESS);
    model.addAttribute("back", "/people");
    model.addAttribute("backText", say.text("people.back"));
    model.addAttribute("form", renderer.draw(form(actor, say), typed, errors, say));
    return "form-page";
  }
}
