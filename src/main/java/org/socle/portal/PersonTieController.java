package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.portal.PeopleReads.Place;
import org.socle.portal.PersonDesk.Visit;
import org.socle.stakeholder.AccountTies;
import org.socle.tracking.AlreadySentException;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Option;
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
import org.springframework.web.server.ResponseStatusException;

/** Ties a person to an institution of a running case: choose the case, choose the place, check. */
@Controller
@RequestMapping("/people/{accountId}/tie")
class PersonTieController {

  private static final String FIELD = "place";

  /** A case in which a person may be tied, with its institutions. */
  private record Tying(Visit visit, CaseRow row, List<Place> places) {

    String address() {
      return visit.address() + "/tie/" + row.id();
    }
  }

  private final PersonDesk desk;
  private final PeopleReads reads;
  private final CaseList cases;
  private final AccountTies ties;
  private final FormRenderer renderer;
  private final SendOnce once;

  PersonTieController(
      PersonDesk desk,
      PeopleReads reads,
      CaseList cases,
      AccountTies ties,
      FormRenderer renderer,
      SendOnce once) {
    this.desk = desk;
    this.reads = reads;
    this.cases = cases;
    this.ties = ties;
    this.renderer = renderer;
    this.once = once;
  }

  @GetMapping
  String choose(@PathVariable String accountId, Model model) {
    Visit visit = desk.act(accountId);
    model.addAttribute("visit", visit);
    model.addAttribute("person", visit.row());
    model.addAttribute("mayAnswer", mayAnswer(visit));
    model.addAttribute("cases", reads.running(visit.row().countryCodes()));
    return "person-tie";
  }

  @GetMapping("/{caseId}")
  String open(
      @PathVariable String accountId,
      @PathVariable String caseId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    return draw("person-tie-case", tying(accountId, caseId), Map.of(), List.of(), say, model);
  }

  @PostMapping("/{caseId}")
  String post(
      @PathVariable String accountId,
      @PathVariable String caseId,
      @RequestParam(name = Posted.STEP, defaultValue = "check") String step,
      @RequestParam(name = SendOnce.FIELD, required = false) @Nullable String drawn,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Tying tying = tying(accountId, caseId);
    Map<String, String> typed = Posted.of(parameters).typed();
    try {
      return switch (step) {
        case "send" -> "redirect:" + send(tying, drawn, typed) + "?tied";
        case "change" -> draw("person-tie-case", tying, typed, List.of(), say, model);
        default -> {
          chosen(tying, typed);
          model.addAttribute("typed", typed);
          yield draw("person-tie-check", tying, typed, List.of(), say, model);
        }
      };
    } catch (AlreadySentException sent) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return draw("person-tie-case", tying, typed, SendOnce.OTHER_CONTENT, say, model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw("person-tie-case", tying, typed, refused.errors(), say, model);
    }
  }

  private String send(Tying tying, @Nullable String drawn, Map<String, String> typed) {
    Choice choice = chosen(tying, typed);
    Visit visit = tying.visit();
    return once.sendForm(
        visit.actor(),
        drawn,
        tying.address(),
        typed,
        () -> {
          ties.tie(
              tying.row().id(),
              choice.institution().institutionId(),
              choice.place(),
              visit.row().id(),
              visit.actor().accountId());
          return visit.address();
        });
  }

  /** A place that was chosen. */
  record Choice(Place institution, AccountTies.Place place) {}

  private static Choice chosen(Tying tying, Map<String, String> typed) {
    if (!mayAnswer(tying.visit())) {
      throw InvalidFormException.of("", "error.tie-needs-stakeholder");
    }
    String value = typed.getOrDefault(FIELD, "");
    if (value.isEmpty()) {
      throw InvalidFormException.of(FIELD, "error.required");
    }
    return tying.places().stream()
        .flatMap(place -> choices(place).stream())
        .filter(choice -> code(choice).equals(value))
        .findFirst()
        .orElseThrow(() -> InvalidFormException.of(FIELD, "error.not-an-option"));
  }

  // Whom the letter names may get an account; who has one already is replaced by a letter only.
  private static List<Choice> choices(Place place) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(place, AccountTies.Place.CONTACT));
    if (place.sits() && place.fullMember() != null && !place.fullMemberAccount()) {
      choices.add(new Choice(place, AccountTies.Place.FULL_MEMBER));
    }
    if (place.sits() && place.substitute() != null && !place.substituteAccount()) {
      choices.add(new Choice(place, AccountTies.Place.SUBSTITUTE));
    }
    return choices;
  }

  private static String code(Choice choice) {
    return choice.place().name() + ":" + choice.institution().institutionId();
  }

  private static boolean mayAnswer(Visit visit) {
    return visit.row().roleCodes().contains("STAKEHOLDER");
  }

  private Tying tying(String accountId, String caseId) {
    Visit visit = desk.act(accountId);
    Set<String> theirs = Set.copyOf(visit.row().countryCodes());
    CaseRow row =
        cases
            .find(caseId)
            .filter(found -> theirs.contains(found.country()) && found.goesOn())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new Tying(visit, row, reads.places(caseId));
  }

  private String draw(
      String page,
      Tying tying,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say,
      Model model) {
    model.addAttribute("visit", tying.visit());
    model.addAttribute("person", tying.visit().row());
    model.addAttribute("row", tying.row());
    model.addAttribute("places", tying.places());
    model.addAttribute("action", tying.address());
    model.addAttribute("chosen", chosenOrNull(tying, typed));
    List<Option> options =
        tying.places().stream()
            .flatMap(place -> choices(place).stream())
            .map(choice -> new Option(code(choice), label(choice, say)))
            .collect(Collectors.toList());
    FormSchema form =
        new FormSchema("person-tie", List.of(PersonForms.select(FIELD, options, true, say)));
    model.addAttribute("form", renderer.draw(form, typed, errors, say));
    return page;
  }

  private static @Nullable Choice chosenOrNull(Tying tying, Map<String, String> typed) {
    return tying.places().stream()
        .flatMap(place -> choices(place).stream())
        .filter(choice -> code(choice).equals(typed.get(FIELD)))
        .findFirst()
        .orElse(null);
  }

  private static String label(Choice choice, Say say) {
    Place place = choice.institution();
    String institution = place.institution() + " (" + place.acronym() + ")";
    return switch (choice.place()) {
      case CONTACT -> say.text("people.tie.as.CONTACT", institution);
      case FULL_MEMBER ->
          say.text("people.tie.as.FULL_MEMBER", institution, String.valueOf(place.fullMember()));
      case SUBSTITUTE ->
          say.text("people.tie.as.SUBSTITUTE", institution, String.valueOf(place.substitute()));
    };
  }
}
