package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.tracking.AlreadySentException;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
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

/** The recommendations of a case, entered one by one until its dialogue begins. */
@Controller
@RequestMapping("/cases/{caseId}/recommendations")
class RecommendationsController {

  private static final List<String> GUARANTEES = List.of("G1", "G2", "G3", "G4");
  private static final List<String> PRIORITIES = List.of("1", "2", "3");

  private final StepDesk desk;
  private final Recommendations recommendations;
  private final FormRenderer renderer;
  private final SendOnce once;

  RecommendationsController(
      StepDesk desk, Recommendations recommendations, FormRenderer renderer, SendOnce once) {
    this.desk = desk;
    this.recommendations = recommendations;
    this.renderer = renderer;
    this.once = once;
  }

  @GetMapping
  String open(
      @PathVariable String caseId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    return draw(desk.open(caseId, PageDuty.RECOMMENDATIONS), Map.of(), List.of(), say, model);
  }

  @PostMapping
  String add(
      @PathVariable String caseId,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    StepDesk.Step step = desk.open(caseId, PageDuty.RECOMMENDATIONS);
    Map<String, String> typed = Posted.of(parameters).typed();
    try {
      once.sendForm(
          step.actor(),
          parameters.get(SendOnce.FIELD),
          step.address(),
          typed,
          () -> {
            recommendations.add(caseId, draft(typed), step.actor().accountId());
            return step.address();
          });
      return "redirect:" + step.address() + "?saved";
    } catch (AlreadySentException sent) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return draw(step, typed, SendOnce.OTHER_CONTENT, say, model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(step, typed, refused.errors(), say, model);
    }
  }

  @PostMapping("/remove")
  String remove(
      @PathVariable String caseId,
      @RequestParam String recommendationId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    StepDesk.Step step = desk.open(caseId, PageDuty.RECOMMENDATIONS);
    Recommendation known =
        recommendations
            .find(recommendationId)
            .filter(found -> found.caseId().equals(caseId))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    try {
      recommendations.remove(known.id(), step.actor().accountId());
      return "redirect:" + step.address() + "?saved";
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(step, Map.of(), refused.errors(), say, model);
    }
  }

  @PostMapping("/complete")
  String complete(
      @PathVariable String caseId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    StepDesk.Step step = desk.open(caseId, PageDuty.RECOMMENDATIONS);
    try {
      desk.complete(step);
      return "redirect:/cases/" + caseId;
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(step, Map.of(), refused.errors(), say, model);
    }
  }

  private String draw(
      StepDesk.Step step,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say,
      Model model) {
    desk.frame(step, say, model);
    model.addAttribute("recommendations", recommendations.ofCase(step.row().id()));
    model.addAttribute("form", renderer.draw(form(say), typed, errors, say));
    return "case-recommendations";
  }

  private static Recommendations.Draft draft(Map<String, String> typed) {
    String priority = text(typed, "priority");
    return new Recommendations.Draft(
        text(typed, "guarantee"),
        text(typed, "title"),
        text(typed, "text"),
        priority != null && PRIORITIES.contains(priority) ? Integer.valueOf(priority) : null,
        "true".equals(typed.get("needsLaw")),
        cost(typed),
        text(typed, "proposedBy"));
  }

  private static @Nullable BigDecimal cost(Map<String, String> typed) {
    String cost = text(typed, "addedCost");
    try {
      return cost == null ? null : new BigDecimal(Posted.plainNumber(cost));
    } catch (NumberFormatException notANumber) {
      throw InvalidFormException.of("addedCost", "error.not-a-number");
    }
  }

  private static @Nullable String text(Map<String, String> typed, String key) {
    String value = typed.getOrDefault(key, "");
    return value.isEmpty() ? null : value;
  }

  private static FormSchema form(Say say) {
    return new FormSchema(
        "recommendation",
        List.of(
            field("select", "guarantee", true, 10, options("guarantee", GUARANTEES, say), say),
            field("textfield", "title", true, 200, List.of(), say),
            field("textarea", "text", true, 4000, List.of(), say),
            field("radio", "priority", true, 1, options("priority", PRIORITIES, say), say),
            field("checkbox", "needsLaw", false, 5, List.of(), say),
            field("number", "addedCost", false, 20, List.of(), say),
            field("textfield", "proposedBy", false, 200, List.of(), say)));
  }

  private static List<Option> options(String kind, List<String> codes, Say say) {
    return codes.stream().map(code -> new Option(code, say.word(kind, code))).toList();
  }

  private static Field field(
      String type, String key, boolean required, int max, List<Option> options, Say say) {
    return new Field(
        type,
        key,
        "",
        say.text("portal.recommendation." + key),
        say.text("portal.recommendation." + key + ".hint"),
        required,
        max,
        null,
        null,
        options);
  }
}
