package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.dialogue.Round;
import org.socle.dialogue.Rounds;
import org.socle.portal.FormView.Problem;
import org.socle.stakeholder.Seats;
import org.socle.tracking.InvalidFormException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who came to the sitting of the current round. */
@Controller
@RequestMapping("/cases/{caseId}/attendance")
class AttendanceController {

  private final StepDesk desk;
  private final Rounds rounds;
  private final Seats seats;

  AttendanceController(StepDesk desk, Rounds rounds, Seats seats) {
    this.desk = desk;
    this.rounds = rounds;
    this.seats = seats;
  }

  @GetMapping
  String open(
      @PathVariable String caseId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    StepDesk.Step step = desk.open(caseId, PageDuty.ATTENDANCE);
    Round round = round(step);
    return draw(
        step, round, rounds.present(round.id()), round.chairPresent(), List.of(), say, model);
  }

  @PostMapping
  String save(
      @PathVariable String caseId,
      @RequestParam(defaultValue = "") Set<String> present,
      @RequestParam(defaultValue = "") String chair,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    StepDesk.Step step = desk.open(caseId, PageDuty.ATTENDANCE);
    Round round = round(step);
    Set<String> came = present.stream().filter(seat -> !seat.isBlank()).collect(Collectors.toSet());
    Boolean chairCame = chair.isEmpty() ? null : Boolean.valueOf(chair);
    try {
      if (!Set.of("", "true", "false").contains(chair)) {
        throw InvalidFormException.of("chair", "error.not-an-option");
      }
      rounds.recordAttendance(round.id(), came, chairCame, step.actor().accountId());
      return "redirect:" + step.address() + "?saved";
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(step, round, came, chairCame, problems(refused, say), say, model);
    }
  }

  private static List<Problem> problems(InvalidFormException refused, Say say) {
    return refused.errors().stream()
        .map(error -> new Problem("", say.error(error.message(), error.arguments())))
        .toList();
  }

  @PostMapping("/complete")
  String complete(
      @PathVariable String caseId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    StepDesk.Step step = desk.open(caseId, PageDuty.ATTENDANCE);
    try {
      desk.complete(step);
      return "redirect:/cases/" + caseId;
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      Round round = round(step);
      return draw(
          step,
          round,
          rounds.present(round.id()),
          round.chairPresent(),
          problems(refused, say),
          say,
          model);
    }
  }

  private Round round(StepDesk.Step step) {
    return rounds
        .current(step.row().id())
        .orElseThrow(() -> new StepClosedException(step.row(), PageDuty.ATTENDANCE));
  }

  private String draw(
      StepDesk.Step step,
      Round round,
      Set<String> present,
      @Nullable Boolean chair,
      List<Problem> problems,
      Say say,
      Model model) {
    desk.frame(step, say, model);
    model.addAttribute("round", round);
    model.addAttribute("recorded", rounds.attendanceRecorded(round.id()));
    model.addAttribute("seats", seats.seated(step.row().id()));
    model.addAttribute("present", present);
    model.addAttribute("chair", chair == null ? "" : chair.toString());
    model.addAttribute("problems", problems);
    return "case-attendance";
  }
}
