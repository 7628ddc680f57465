package org.socle.portal;

import java.util.List;
import org.socle.tracking.Actor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands a seat over to new members: what was asked of it and answered for it, and what is open. */
@Controller
class HandOverController {

  private final SignedIn signedIn;
  private final DutyList list;
  private final DutyFacts facts;

  HandOverController(SignedIn signedIn, DutyList list, DutyFacts facts) {
    this.signedIn = signedIn;
    this.list = list;
    this.facts = facts;
  }

  @GetMapping("/my-tasks/seats/{seatId}")
  String open(
      @PathVariable String seatId,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    Actor actor = signedIn.require(SignedIn.STAKEHOLDER, SignedIn.COORDINATOR);
    String seat = "seat-" + seatId;
    if (!actor.groups().contains(seat)) {
      throw new AccessDeniedException("Seat " + seatId + " is somebody else's");
    }
    List<DutyFacts.Card> all =
        list.ofGroup(seat, actor.countries()).stream().map(duty -> facts.card(duty, say)).toList();
    model.addAttribute("seat", all.isEmpty() ? "" : all.get(0).owner());
    model.addAttribute("open", all.stream().filter(HandOverController::waits).toList());
    model.addAttribute("ended", all.stream().filter(card -> !waits(card)).toList());
    return "hand-over";
  }

  private static boolean waits(DutyFacts.Card card) {
    return card.duty().open() || card.duty().stopped();
  }
}
