package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.portal.SeatReads.SeatLine;
import org.socle.stakeholder.SeatClosedException;
import org.socle.tracking.Actor;
import org.socle.tracking.AlreadySentException;
import org.socle.tracking.InvalidFormException;
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
import org.springframework.web.server.ResponseStatusException;

/** Changes a seat: enter, see what it will do, send. */
@Controller
@RequestMapping("/cases/{caseId}/seats")
class SeatChangeController {

  /** A change of a seat in a case by somebody who may make it; the seat is null when it is new. */
  private record Change(CaseRow row, @Nullable SeatLine seat, SeatAct act, Actor actor) {}

  private final SignedIn signedIn;
  private final CaseAccess access;
  private final SeatReads reads;
  private final SeatForms forms;
  private final SeatConsequences consequences;
  private final SeatSending sending;
  private final FormRenderer renderer;

  SeatChangeController(
      SignedIn signedIn,
      CaseAccess access,
      SeatReads reads,
      SeatForms forms,
      SeatConsequences consequences,
      SeatSending sending,
      FormRenderer renderer) {
    this.signedIn = signedIn;
    this.access = access;
    this.reads = reads;
    this.forms = forms;
    this.consequences = consequences;
    this.sending = sending;
    this.renderer = renderer;
  }

  @GetMapping({"/add", "/{seatId}/{act:replace|remove|reinstate|vacate}"})
  String open(
      @PathVariable String caseId,
      @PathVariable(required = false) @Nullable String seatId,
      @PathVariable(required = false) @Nullable String act,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Change change = change(caseId, seatId, act);
    if (!change.row().goesOn()) {
      return closed(change, "not-running", Map.of(), model, response);
    }
    return draw("case-seat-change", change, Map.of(), List.of(), say, model);
  }

  @PostMapping({"/add", "/{seatId}/{act:replace|remove|reinstate|vacate}"})
  String post(
      @PathVariable String caseId,
      @PathVariable(required = false) @Nullable String seatId,
      @PathVariable(required = false) @Nullable String act,
      @RequestParam(name = Posted.STEP, defaultValue = "check") String step,
      @RequestParam(name = SendOnce.FIELD, required = false) @Nullable String drawn,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Change change = change(caseId, seatId, act);
    Map<String, String> typed = Posted.of(parameters).typed();
    try {
      return step(step, drawn, change, typed, say, model);
    } catch (AlreadySentException sent) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return draw("case-seat-change", change, typed, SendOnce.OTHER_CONTENT, say, model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw("case-seat-change", change, typed, refused.errors(), say, model);
    } catch (SeatClosedException closed) {
      return closed(change, closed.state(), typed, model, response);
    }
  }

  private String step(
      String step,
      @Nullable String drawn,
      Change change,
      Map<String, String> typed,
      Say say,
      Model model) {
    String caseId = change.row().id();
    String seatId = change.seat() == null ? "" : change.seat().id();
    Actor actor = change.actor();
    switch (step) {
      case "send" -> {
        return "redirect:" + sending.send(change.act(), caseId, seatId, typed, actor, drawn);
      }
      case "change" -> {
        return draw("case-seat-change", change, typed, List.of(), say, model);
      }
      default -> {
        sending.check(change.act(), caseId, seatId, typed, actor.accountId());
        model.addAttribute("typed", typed);
        return draw("case-seat-check", change, typed, List.of(), say, model);
      }
    }
  }

  private Change change(String caseId, @Nullable String seatId, @Nullable String code) {
    Actor actor = signedIn.actor();
    CaseRow row = access.readable(caseId, actor);
    SeatAct act = code == null ? SeatAct.ADD : SeatAct.of(code).orElseThrow();
    if (!SeatsPage.mayChange(act, actor)) {
      throw new AccessDeniedException("Not who may " + act + " a seat");
    }
    SeatLine seat =
        seatId == null
            ? null
            : reads
                .seat(caseId, seatId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new Change(row, seat, act, actor);
  }

  private String draw(
      String page,
      Change change,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say,
      Model model) {
    String caseId = change.row().id();
    SeatLine seat = change.seat();
    model.addAttribute("row", change.row());
    model.addAttribute("seat", seat);
    model.addAttribute("act", change.act().code());
    model.addAttribute("action", change.act().address(caseId, seat == null ? "" : seat.id()));
    model.addAttribute("effects", consequences.of(change.act(), caseId, seat, say));
    model.addAttribute(
        "form",
        renderer.draw(forms.of(change.act(), caseId, named(change), say), typed, errors, say));
    return page;
  }

  // Nominations ask for the members themselves; who comes back may keep those it had.
  private @Nullable Boolean named(Change change) {
    boolean nominating = consequences.nominating(change.row().id());
    SeatLine seat = change.seat();
    return switch (change.act()) {
      case REMOVE, VACATE -> null;
      case REPLACE -> Boolean.TRUE;
      case ADD -> nominating ? null : Boolean.TRUE;
      case REINSTATE -> {
        boolean sat = seat != null && "SEATED".equals(seat.state());
        yield nominating && !sat ? null : Boolean.valueOf(!sat);
      }
    };
  }

  private static String closed(
      Change change,
      String state,
      Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("row", change.row());
    model.addAttribute("state", state);
    model.addAttribute("kept", typed.getOrDefault("reason", ""));
    return "case-seat-closed";
  }
}
