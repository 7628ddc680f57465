package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.socle.stakeholder.SeatHistory;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.dao.ConcurrencyFailureException;
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
import org.springframework.web.server.ResponseStatusException;

/**
 * What my seats and functions owe, and the way from question to sent answer: enter, check, send.
 */
@Controller
@RequestMapping("/my-tasks")
class MyTasksController {

  private final SignedIn signedIn;
  private final DutyList list;
  private final Duties duties;
  private final DutyFacts facts;
  private final AnswerSteps steps;
  private final EarlierEntries earlier;
  private final SeatHistory history;
  private final StandingReads standing;
  private final HandOverReads handOvers;

  MyTasksController(
      SignedIn signedIn,
      DutyList list,
      Duties duties,
      DutyFacts facts,
      AnswerSteps steps,
      EarlierEntries earlier,
      SeatHistory history,
      StandingReads standing,
      HandOverReads handOvers) {
    this.signedIn = signedIn;
    this.list = list;
    this.duties = duties;
    this.facts = facts;
    this.steps = steps;
    this.earlier = earlier;
    this.history = history;
    this.standing = standing;
    this.handOvers = handOvers;
  }

  @GetMapping
  String list(@ModelAttribute(name = "say", binding = false) Say say, Model model) {
    Actor actor = mayAnswer();
    List<DutyRow> open = list.open(actor);
    model.addAttribute(
        "standing", standing.of(open.stream().filter(DutyRow::stopped).map(DutyRow::caseId)));
    model.addAttribute("open", open.stream().map(duty -> facts.card(duty, say)).toList());
    model.addAttribute(
        "ended", list.ended(actor).stream().map(duty -> facts.card(duty, say)).toList());
    model.addAttribute("handedOver", handOvers.of(actor));
    return "my-tasks";
  }

  @GetMapping("/{dutyId}")
  String open(
      @PathVariable String dutyId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Actor actor = mayAnswer();
    DutyRow duty = mine(dutyId, actor);
    if (!duty.answerable()) {
      return closed(duty, duty.state(), Map.of(), say, model, response);
    }
    if (PageDuty.of(duty.element()).isPresent()) {
      return "redirect:" + PageDuty.of(duty.element()).get().address(duty.caseId());
    }
    if (!duty.actsForOwner(actor)) {
      duties.seen(dutyId);
    }
    return enter(duty, actor, earlier.of(duty), List.of(), say, model);
  }

  @PostMapping("/{dutyId}")
  String post(
      @PathVariable String dutyId,
      @RequestParam(name = Posted.STEP, defaultValue = "check") String step,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Actor actor = mayAnswer();
    DutyRow duty = mine(dutyId, actor);
    Map<String, String> typed = Posted.of(parameters).typed();
    if (duty.stopped()) {
      return closed(duty, duty.state(), typed, say, model, response);
    }
    try {
      if (!duty.open() && !"send".equals(step)) {
        return closed(duty, duty.state(), typed, say, model, response);
      }
      return step(step, duty, typed, actor, say, model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return enter(duty, actor, typed, refused.errors(), say, model);
    } catch (DutyClosedException closed) {
      return closed(duty, closed.state(), typed, say, model, response);
    } catch (ConcurrencyFailureException cameSecond) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return enter(duty, actor, typed, CameSecondAdvice.ERRORS, say, model);
    }
  }

  private String step(
      String step, DutyRow duty, Map<String, String> typed, Actor actor, Say say, Model model) {
    if ("send".equals(step)) {
      return "redirect:" + steps.send(duty, typed, actor);
    }
    if ("change".equals(step)) {
      return enter(duty, actor, typed, List.of(), say, model);
    }
    steps.check(duty, typed, actor);
    frame(duty, actor, say, model);
    model.addAttribute("typed", typed);
    steps.of(duty).draw(duty, actor, typed, List.of(), model, say);
    return steps.of(duty).checkPage();
  }

  @GetMapping("/{dutyId}/sent")
  String sent(
      @PathVariable String dutyId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    DutyRow duty = mine(dutyId, mayAnswer());
    if (!"answered".equals(duty.state())) {
      return "redirect:/my-tasks/" + dutyId;
    }
    model.addAttribute("card", facts.card(duty, say));
    return "my-task-sent";
  }

  private Actor mayAnswer() {
    return signedIn.require(SignedIn.STAKEHOLDER, SignedIn.COORDINATOR);
  }

  private DutyRow mine(String dutyId, Actor actor) {
    DutyRow duty =
        list.find(dutyId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    boolean theirs =
        !duty.actsForOwner(actor) || entersFor(duty, actor) || !duty.open() && former(duty, actor);
    if (!theirs || !actor.countries().contains(duty.country())) {
      throw new AccessDeniedException("Duty " + dutyId + " is owed by somebody else");
    }
    return duty;
  }

  // Staff who claimed it, and still after the owner was faster, so that nothing typed is lost.
  private static boolean entersFor(DutyRow duty, Actor actor) {
    return actor.groups().contains(SignedIn.COORDINATOR)
        && actor.accountId().equals(duty.claimedBy());
  }

  // Whoever acted for a seat that was removed is told why, instead of being turned away.
  private boolean former(DutyRow duty, Actor actor) {
    return duty.candidateGroup().startsWith("seat-")
        && history.actedFor(actor.accountId(), duty.seatId());
  }

  private String enter(
      DutyRow duty,
      Actor actor,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say,
      Model model) {
    frame(duty, actor, say, model);
    steps.of(duty).draw(duty, actor, typed, errors, model, say);
    return steps.of(duty).entryPage();
  }

  private void frame(DutyRow duty, Actor actor, Say say, Model model) {
    boolean acting = duty.actsForOwner(actor);
    if (acting) {
      String owner = facts.card(duty, say).owner();
      model.addAttribute("acting", say.text("assisted.acting", owner));
    }
    model.addAttribute("heading", say.task(duty.element()));
    model.addAttribute("intro", say.documentation(duty.element()));
    model.addAttribute("facts", facts.of(duty, say));
    model.addAttribute("action", "/my-tasks/" + duty.id());
    model.addAttribute("back", acting ? "/cases/" + duty.caseId() : "/my-tasks");
    model.addAttribute("caseHref", "/cases/" + duty.caseId());
  }

  private String closed(
      DutyRow duty,
      String state,
      Map<String, String> typed,
      Say say,
      Model model,
      HttpServletResponse response) {
    if ("not-yours".equals(state)) {
      throw new AccessDeniedException("Duty " + duty.id() + " is owed by somebody else");
    }
    response.setStatus(HttpStatus.CONFLICT.value());
    DutyRow now = list.find(duty.id()).orElse(duty);
    model.addAttribute("state", state);
    model.addAttribute("standing", standing.of(Stream.of(duty.caseId())).get(duty.caseId()));
    model.addAttribute("card", facts.card(now, say));
    model.addAttribute(
        "by", list.answer(duty.id()).map(answer -> facts.answered(answer, say)).orElse(null));
    model.addAttribute("why", list.endReason(duty.id()).orElse(null));
    model.addAttribute("kept", steps.inWords(duty, typed, say));
    return "my-task-closed";
  }
}
