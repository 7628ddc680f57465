package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.Actor;
import org.socle.tracking.AlreadySentException;
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

/** Suspends, resumes or withdraws a case: a reason, a look at it, then the act. */
@Controller
@RequestMapping("/cases/{caseId}/{act:suspend|resume|withdraw}")
class InterruptionController {

  private final SignedIn signedIn;
  private final CaseAccess access;
  private final InterruptionDesk desk;
  private final FormRenderer renderer;

  InterruptionController(
      SignedIn signedIn, CaseAccess access, InterruptionDesk desk, FormRenderer renderer) {
    this.signedIn = signedIn;
    this.access = access;
    this.desk = desk;
    this.renderer = renderer;
  }

  @GetMapping
  String open(
      @PathVariable String caseId,
      @PathVariable String act,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    InterruptionAct what = InterruptionAct.of(act).orElseThrow();
    CaseRow row = row(what, caseId);
    return desk.possible(what, row)
        ? draw("form-page", what, row, Map.of(), List.of(), say, model)
        : closed(what, row, "", say, model, response);
  }

  @PostMapping
  String post(
      @PathVariable String caseId,
      @PathVariable String act,
      @RequestParam(name = Posted.STEP, defaultValue = "check") String step,
      @RequestParam(name = SendOnce.FIELD, required = false) @Nullable String drawn,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    InterruptionAct what = InterruptionAct.of(act).orElseThrow();
    CaseRow row = row(what, caseId);
    Map<String, String> typed = Posted.of(parameters).typed();
    String reason = typed.getOrDefault(ReasonField.KEY, "");
    List<FieldError> errors = "change".equals(step) ? List.of() : ReasonField.check(reason);
    if ("send".equals(step) && errors.isEmpty()) {
      return sent(what, row, typed, drawn)
          ? "redirect:/cases/" + caseId + "?interrupted=" + act
          : closed(what, row, reason, say, model, response);
    }
    if (!desk.possible(what, row)) {
      return closed(what, row, reason, say, model, response);
    }
    if (!errors.isEmpty()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
    }
    if (!errors.isEmpty() || "change".equals(step)) {
      return draw("form-page", what, row, typed, errors, say, model);
    }
    return draw("form-check", what, row, typed, errors, say, model);
  }

  // The same form sent again is told what it did, although the act is no longer possible.
  private boolean sent(
      InterruptionAct what, CaseRow row, Map<String, String> typed, @Nullable String drawn) {
    try {
      return desk.actOnce(what, row, typed, signedIn.actor(), drawn);
    } catch (AlreadySentException otherContent) {
      return false;
    }
  }

  private CaseRow row(InterruptionAct what, String caseId) {
    Actor actor = signedIn.actor();
    CaseRow row = access.readable(caseId, actor);
    if (!what.allowed(actor)) {
      throw new AccessDeniedException("Case " + caseId + " is not " + what + " by this account");
    }
    return row;
  }

  private String draw(
      String template,
      InterruptionAct what,
      CaseRow row,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say,
      Model model) {
    model.addAttribute("heading", say.text("interruption." + what.path() + ".title"));
    model.addAttribute("intro", "");
    model.addAttribute(
        "facts",
        List.of(
            new DutyFacts.Fact(
                say.text("portal.fact.case"),
                row.title(say.locale()) + " (" + row.reference() + ")")));
    model.addAttribute("action", "/cases/" + row.id() + "/" + what.path());
    model.addAttribute("back", "/cases/" + row.id());
    model.addAttribute("backText", say.text("portal.back.case"));
    model.addAttribute("typed", typed);
    model.addAttribute("form", renderer.draw(desk.form(what, say), typed, errors, say));
    return template;
  }

  private String closed(
      InterruptionAct what,
      CaseRow row,
      String reason,
      Say say,
      Model model,
      HttpServletResponse response) {
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("row", row);
    model.addAttribute("text", desk.refusal(what, row, say));
    model.addAttribute("kept", reason);
    return "interruption-closed";
  }
}
