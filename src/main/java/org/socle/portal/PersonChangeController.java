package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.country.CountryProfile;
import org.socle.portal.PersonDesk.Visit;
import org.socle.security.Grants;
import org.socle.security.People;
import org.socle.tracking.AlreadySentException;
import org.socle.tracking.FormSchema;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes what a person may do: tick, check, save. */
@Controller
@RequestMapping("/people/{accountId}/change")
class PersonChangeController {

  private final PersonDesk desk;
  private final PersonForms forms;
  private final FormRenderer renderer;
  private final People people;
  private final SendOnce once;

  PersonChangeController(
      PersonDesk desk, PersonForms forms, FormRenderer renderer, People people, SendOnce once) {
    this.desk = desk;
    this.forms = forms;
    this.renderer = renderer;
    this.people = people;
    this.once = once;
  }

  @GetMapping
  String open(
      @PathVariable String accountId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    Visit visit = desk.act(accountId);
    return draw(visit, PersonForms.typed(visit.row()), List.of(), say, model);
  }

  @PostMapping
  String post(
      @PathVariable String accountId,
      @RequestParam(name = Posted.STEP, defaultValue = "check") String step,
      @RequestParam(name = SendOnce.FIELD, required = false) @Nullable String drawn,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Visit visit = desk.act(accountId);
    Map<String, String> typed = Posted.of(parameters).typed();
    try {
      return switch (step) {
        case "send" -> "redirect:" + send(visit, drawn, typed) + "?saved";
        case "change" -> draw(visit, typed, List.of(), say, model);
        default -> check(visit, typed, say, model);
      };
    } catch (AlreadySentException sent) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return draw(visit, typed, SendOnce.OTHER_CONTENT, say, model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(visit, typed, refused.errors(), say, model);
    }
  }

  private String check(Visit visit, Map<String, String> typed, Say say, Model model) {
    people.checkChange(visit.row().id(), grants(visit, typed), visit.actor());
    model.addAttribute("heading", heading(visit, say));
    model.addAttribute("action", visit.address() + "/change");
    model.addAttribute("typed", typed);
    FormSchema ticked = PersonForms.ticked(form(visit, say), typed);
    model.addAttribute("form", renderer.draw(ticked, typed, List.of(), say));
    return "form-check";
  }

  private String send(Visit visit, @Nullable String drawn, Map<String, String> typed) {
    Grants after = grants(visit, typed);
    return once.sendForm(
        visit.actor(),
        drawn,
        visit.address() + "/change",
        typed,
        () -> {
          people.change(visit.row().id(), after, visit.actor());
          return visit.address();
        });
  }

  private Grants grants(Visit visit, Map<String, String> typed) {
    Set<String> known = new HashSet<>(visit.row().countryCodes());
    forms.offered(visit.actor()).stream().map(CountryProfile::iso3).forEach(known::add);
    return PersonTicks.read(typed, known, forms.agencyCodes(visit.row()));
  }

  private FormSchema form(Visit visit, Say say) {
    return forms.change(visit.row(), visit.actor(), say);
  }

  private static String heading(Visit visit, Say say) {
    return say.text("people.change.title", visit.row().displayName());
  }

  private String draw(
      Visit visit, Map<String, String> typed, List<FieldError> errors, Say say, Model model) {
    model.addAttribute("heading", heading(visit, say));
    model.addAttribute("intro", say.text("people.change.intro"));
    model.addAttribute("action", visit.address() + "/change");
    model.addAttribute("back", visit.address());
    model.addAttribute("backText", visit.row().displayName());
    model.addAttribute("form", renderer.draw(form(visit, say), typed, errors, say));
    return "form-page";
  }
}
