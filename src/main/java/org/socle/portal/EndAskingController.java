package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socle.portal.OpenAskings.Waiting;
import org.socle.tracking.Actor;
import org.socle.tracking.Askings;
import org.socle.tracking.FormSchema;
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

/** Ends an asking before its last day, with a reason. */
@Controller
@RequestMapping("/cases/{caseId}/askings/{askingId}/end")
class EndAskingController {

  private final SignedIn signedIn;
  private final CaseAccess access;
  private final OpenAskings open;
  private final Askings askings;
  private final FormRenderer renderer;

  EndAskingController(
      SignedIn signedIn,
      CaseAccess access,
      OpenAskings open,
      Askings askings,
      FormRenderer renderer) {
    this.signedIn = signedIn;
    this.access = access;
    this.open = open;
    this.askings = askings;
    this.renderer = renderer;
  }

  @GetMapping
  String open(
      @PathVariable String caseId,
      @PathVariable String askingId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Actor actor = signedIn.actor();
    CaseRow row = access.readable(caseId, actor);
    Optional<Waiting> waiting = mine(row, askingId, actor);
    if (row.suspended()) {
      return stopped(row, "", say, model, response);
    }
    return waiting.isEmpty()
        ? closed(row, "", model, response)
        : draw(row, waiting.get(), Map.of(), List.of(), say, model);
  }

  @PostMapping
  String end(
      @PathVariable String caseId,
      @PathVariable String askingId,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Actor actor = signedIn.actor();
    CaseRow row = access.readable(caseId, actor);
    Optional<Waiting> waiting = mine(row, askingId, actor);
    Map<String, String> typed = Posted.of(parameters).typed();
    String reason = typed.getOrDefault(ReasonField.KEY, "");
    if (row.suspended()) {
      return stopped(row, reason, say, model, response);
    }
    List<FieldError> errors = ReasonField.check(reason);
    if (waiting.isPresent() && !errors.isEmpty()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(row, waiting.get(), typed, errors, say, model);
    }
    if (waiting.isEmpty() || !askings.conclude(askingId, actor.accountId(), reason)) {
      return closed(row, reason, model, response);
    }
    return "redirect:/cases/" + caseId + "?ended";
  }

  // An asking is only found together with its case, whose country was checked before.
  private Optional<Waiting> mine(CaseRow row, String askingId, Actor actor) {
    if (!OpenAskings.mayEndSome(actor)) {
      throw new AccessDeniedException("Neither secretariat nor chair");
    }
    Optional<Waiting> waiting = open.find(row, askingId, actor);
    if (waiting.isPresent() && !waiting.get().theirs()) {
      throw new AccessDeniedException("Asking " + askingId + " is ended by somebody else");
    }
    return waiting;
  }

  private String draw(
      CaseRow row,
      Waiting waiting,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say,
      Model model) {
    model.addAttribute("row", row);
    model.addAttribute("waiting", waiting);
    model.addAttribute("form", renderer.draw(form(say), typed, errors, say));
    return "case-asking";
  }

  private static String closed(
      CaseRow row, String reason, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("row", row);
    model.addAttribute("kept", reason);
    return "case-asking-closed";
  }

  private static String stopped(
      CaseRow row, String reason, Say say, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("row", row);
    model.addAttribute("text", say.text("interruption.asking"));
    model.addAttribute("kept", reason);
    return "interruption-closed";
  }

  private static FormSchema form(Say say) {
    return new FormSchema(
        "end-asking",
        List.of(ReasonField.of(say.text("portal.end.reason"), say.text("portal.end.reason.hint"))));
  }
}
