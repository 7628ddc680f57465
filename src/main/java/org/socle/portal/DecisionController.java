package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.socle.decision.Levels;
import org.socle.decision.Levels.DecisionLevel;
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

/** What the open level decided on each recommendation: enter, save for now, check, send. */
@Controller
@RequestMapping("/cases/{caseId}/decision")
class DecisionController {

  private final StepDesk desk;
  private final Levels levels;
  private final DecisionPage page;
  private final DecisionEntries entries;
  private final Rehearsal rehearsal;

  DecisionController(
      StepDesk desk,
      Levels levels,
      DecisionPage page,
      DecisionEntries entries,
      Rehearsal rehearsal) {
    this.desk = desk;
    this.levels = levels;
    this.page = page;
    this.entries = entries;
    this.rehearsal = rehearsal;
  }

  @GetMapping
  String open(
      @PathVariable String caseId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    StepDesk.Step step = desk.open(caseId, PageDuty.DECISION);
    DecisionLevel level = level(step);
    return enter(step, level, page.stored(level, caseId), List.of(), say, model);
  }

  @PostMapping
  String post(
      @PathVariable String caseId,
      @RequestParam(name = Posted.STEP, defaultValue = "check") String action,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    StepDesk.Step step = desk.open(caseId, PageDuty.DECISION);
    DecisionLevel level = level(step);
    Map<String, String> typed = Posted.of(parameters).typed();
    try {
      return act(action, step, level, typed, say, model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return enter(step, level, typed, refused.errors(), say, model);
    }
  }

  private String act(
      String action,
      StepDesk.Step step,
      DecisionLevel level,
      Map<String, String> typed,
      Say say,
      Model model) {
    switch (action) {
      case "send" -> {
        entries.send(step, level, typed);
        return "redirect:/cases/" + step.row().id() + "?decided";
      }
      case "save" -> {
        entries.save(step, level, typed);
        return "redirect:" + step.address() + "?saved";
      }
      case "more" -> {
        return enter(step, level, DecisionPage.moreRows(typed), List.of(), say, model);
      }
      case "change" -> {
        return enter(step, level, typed, List.of(), say, model);
      }
      default -> {
        rehearsal.of(() -> entries.send(step, level, typed));
        draw(step, level, typed, List.of(), say, model);
        return "case-decision-check";
      }
    }
  }

  private DecisionLevel level(StepDesk.Step step) {
    return levels.ofCase(step.row().id()).stream()
        .filter(level -> level.state() == Levels.State.OPEN)
        .findFirst()
        .orElseThrow(() -> new StepClosedException(step.row(), PageDuty.DECISION));
  }

  private String enter(
      StepDesk.Step step,
      DecisionLevel level,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say,
      Model model) {
    draw(step, level, typed, errors, say, model);
    return "case-decision";
  }

  private void draw(
      StepDesk.Step step,
      DecisionLevel level,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say,
      Model model) {
    desk.frame(step, say, model);
    model.addAttribute("level", level);
    model.addAttribute("typed", typed);
    model.addAttribute("decision", page.draw(level, step.row().id(), typed, errors, say));
  }
}
