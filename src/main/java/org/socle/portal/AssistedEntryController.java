package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.socle.tracking.Actor;
import org.socle.tracking.Claims;
import org.socle.tracking.DutyClosedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Lets staff take up the answer of somebody who wrote or called: claim first, then enter. */
@Controller
class AssistedEntryController {

  private final SignedIn signedIn;
  private final DutyList list;
  private final DutyFacts facts;
  private final Claims claims;

  AssistedEntryController(SignedIn signedIn, DutyList list, DutyFacts facts, Claims claims) {
    this.signedIn = signedIn;
    this.list = list;
    this.facts = facts;
    this.claims = claims;
  }

  @PostMapping("/my-tasks/{dutyId}/claim")
  String claim(
      @PathVariable String dutyId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Actor actor = signedIn.require(SignedIn.COORDINATOR);
    DutyRow duty =
        list.find(dutyId)
            .filter(found -> actor.countries().contains(found.country()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!duty.assistable()) {
      return duty.answerable()
          ? "redirect:/cases/" + duty.caseId()
          : closed(duty, duty.state(), say, model, response);
    }
    try {
      claims.claim(dutyId, actor);
      return "redirect:/my-tasks/" + dutyId;
    } catch (DutyClosedException closed) {
      return closed(duty, closed.state(), say, model, response);
    }
  }

  private String closed(
      DutyRow duty, String state, Say say, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("state", state);
    model.addAttribute("card", facts.card(list.find(duty.id()).orElse(duty), say));
    model.addAttribute("kept", List.of());
    return "my-task-closed";
  }
}
