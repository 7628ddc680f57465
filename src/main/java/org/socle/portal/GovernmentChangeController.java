package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.GovernmentChanges;
import org.socle.tracking.Actor;
import org.socle.tracking.AlreadySentException;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Records a change of government once for a country. */
@Controller
@RequestMapping("/countries/{country}/government-change")
class GovernmentChangeController {

  private static final String DAY = "changedOn";

  private final SignedIn signedIn;
  private final GovernmentChanges changes;
  private final CountryDays countries;
  private final FormRenderer renderer;
  private final SendOnce once;

  GovernmentChangeController(
      SignedIn signedIn,
      GovernmentChanges changes,
      CountryDays countries,
      FormRenderer renderer,
      SendOnce once) {
    this.signedIn = signedIn;
    this.changes = changes;
    this.countries = countries;
    this.renderer = renderer;
    this.once = once;
  }

  @GetMapping
  String open(
      @PathVariable String country,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    coordinator(country);
    return draw("form-page", country, Map.of(), List.of(), say, model);
  }

  @PostMapping
  String post(
      @PathVariable String country,
      @RequestParam(name = Posted.STEP, defaultValue = "check") String step,
      @RequestParam(name = SendOnce.FIELD, required = false) @Nullable String drawn,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Actor actor = coordinator(country);
    Map<String, String> typed = Posted.of(parameters).typed();
    List<FieldError> errors = "change".equals(step) ? List.of() : check(country, typed);
    if (!errors.isEmpty()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
    }
    if (!errors.isEmpty() || "change".equals(step)) {
      return draw("form-page", country, typed, errors, say, model);
    }
    if (!"send".equals(step)) {
      return draw("form-check", country, typed, errors, say, model);
    }
    try {
      GovernmentChanges.Recorded done = record(country, typed, actor, drawn);
      model.addAttribute("frozen", done.frozen());
      model.addAttribute("notReached", done.notReached());
    } catch (AlreadySentException sent) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return draw("form-page", country, typed, SendOnce.OTHER_CONTENT, say, model);
    }
    model.addAttribute("name", countries.name(country, say.locale()));
    return "government-changed";
  }

  private GovernmentChanges.Recorded record(
      String country, Map<String, String> typed, Actor actor, @Nullable String drawn) {
    LocalDate day = LocalDate.parse(typed.getOrDefault(DAY, ""));
    String reason = typed.getOrDefault(ReasonField.KEY, "");
    String change =
        once.sendForm(
            actor,
            drawn,
            country,
            typed,
            () -> changes.record(country, day, reason, actor.accountId()).id());
    return changes.find(change);
  }

  private Actor coordinator(String country) {
    Actor actor = signedIn.require(SignedIn.COORDINATOR);
    if (!actor.countries().contains(country)) {
      throw new AccessDeniedException(country + " is not a country of this account");
    }
    return actor;
  }

  private List<FieldError> check(String country, Map<String, String> typed) {
    List<FieldError> errors = new ArrayList<>();
    String day = typed.getOrDefault(DAY, "");
    if (day.isEmpty()) {
      errors.add(new FieldError(DAY, "error.required", List.of()));
    } else {
      try {
        LocalDate today = countries.today(country);
        LocalDate on = LocalDate.parse(day);
        if (on.isAfter(today) || on.isBefore(today.minusYears(5))) {
          errors.add(
              new FieldError(DAY, "interruption.error.day", List.of(today.minusYears(5), today)));
        }
      } catch (DateTimeParseException e) {
        errors.add(new FieldError(DAY, "error.not-a-date", List.of()));
      }
    }
    errors.addAll(ReasonField.check(typed.getOrDefault(ReasonField.KEY, "")));
    return errors;
  }

  private String draw(
      String template,
      String country,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say,
      Model model) {
    model.addAttribute("heading", say.text("interruption.government.title"));
    model.addAttribute("intro", "");
    model.addAttribute(
        "facts",
        List.of(
            new DutyFacts.Fact(
                say.text("portal.fact.country"), countries.name(country, say.locale()))));
    model.addAttribute("action", "/countries/" + country + "/government-change");
    model.addAttribute("back", "/cases");
    model.addAttribute("backText", say.text("portal.cases.title"));
    model.addAttribute("typed", typed);
    model.addAttribute("form", renderer.draw(form(say), typed, errors, say));
    return template;
  }

  private static FormSchema form(Say say) {
    return new FormSchema(
        "government-change",
        List.of(
            new Field(
                "text",
                "",
                "What",
                say.text("interruption.government.what"),
                "",
                false,
                1,
                null,
                null,
                List.of()),
            new Field(
                "datetime",
                DAY,
                "",
                say.text("interruption.government.day"),
                "",
                true,
                10,
                null,
                null,
                List.of()),
            ReasonField.of(
                say.text("interruption.government.reason"),
                say.text("interruption.government.hint"))));
  }
}
