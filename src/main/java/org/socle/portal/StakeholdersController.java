package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.stakeholder.Category;
import org.socle.stakeholder.Institutions;
import org.socle.stakeholder.NewInstitution;
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

/** The stakeholder map of a case: institutions that will be asked for their nominations. */
@Controller
@RequestMapping("/cases/{caseId}/stakeholders")
class StakeholdersController {

  private final StepDesk desk;
  private final Institutions institutions;
  private final FormRenderer renderer;
  private final SendOnce once;

  StakeholdersController(
      StepDesk desk, Institutions institutions, FormRenderer renderer, SendOnce once) {
    this.desk = desk;
    this.institutions = institutions;
    this.renderer = renderer;
    this.once = once;
  }

  @GetMapping
  String open(
      @PathVariable String caseId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    return draw(desk.open(caseId, PageDuty.STAKEHOLDERS), Map.of(), List.of(), say, model);
  }

  @PostMapping
  String add(
      @PathVariable String caseId,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    StepDesk.Step step = desk.open(caseId, PageDuty.STAKEHOLDERS);
    Map<String, String> typed = Posted.of(parameters).typed();
    try {
      once.sendForm(
          step.actor(),
          parameters.get(SendOnce.FIELD),
          step.address(),
          typed,
          () -> {
            institutions.add(caseId, institution(typed), step.actor().accountId());
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
      @RequestParam String institutionId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    StepDesk.Step step = desk.open(caseId, PageDuty.STAKEHOLDERS);
    try {
      institutions.remove(caseId, institutionId, step.actor().accountId());
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
    StepDesk.Step step = desk.open(caseId, PageDuty.STAKEHOLDERS);
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
    model.addAttribute("institutions", institutions.list(step.row().id()));
    model.addAttribute("form", renderer.draw(form(say), typed, errors, say));
    return "case-stakeholders";
  }

  private static NewInstitution institution(Map<String, String> typed) {
    return new NewInstitution(
        text(typed, "acronym"),
        text(typed, "name"),
        text(typed, "category"),
        "true".equals(typed.get("mandatory")),
        text(typed, "email"),
        text(typed, "reason"));
  }

  private static @Nullable String text(Map<String, String> typed, String key) {
    String value = typed.getOrDefault(key, "");
    return value.isEmpty() ? null : value;
  }

  private static FormSchema form(Say say) {
    List<Option> categories =
        Arrays.stream(Category.values())
            .map(category -> new Option(category.name(), say.word("category", category.name())))
            .toList();
    return new FormSchema(
        "institution",
        List.of(
            field("textfield", "acronym", true, 30, List.of(), say),
            field("textfield", "name", true, 200, List.of(), say),
            field("select", "category", true, 40, categories, say),
            field("textfield", "email", false, 254, List.of(), say),
            field("textarea", "reason", false, 1000, List.of(), say)));
  }

  private static Field field(
      String type, String key, boolean required, int max, List<Option> options, Say say) {
    return new Field(
        type,
        key,
        "",
        say.text("portal.institution." + key),
        say.text("portal.institution." + key + ".hint"),
        required,
        max,
        null,
        null,
        options);
  }
}
