package org.socle.portal;

import java.util.List;
import org.socle.tracking.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The way from a form in the Tasklist to the page on which its rows are entered. */
@Controller
class OpenPageController {

  /** An open page with the duty behind it. */
  record Entry(String href, DutyFacts.Card card) {}

  private final SignedIn signedIn;
  private final DutyList list;
  private final DutyFacts facts;

  OpenPageController(SignedIn signedIn, DutyList list, DutyFacts facts) {
    this.signedIn = signedIn;
    this.list = list;
    this.facts = facts;
  }

  @GetMapping("/open-page")
  String open(@ModelAttribute(name = "say", binding = false) Say say, Model model) {
    Actor actor = signedIn.require(SignedIn.COORDINATOR, SignedIn.STAKEHOLDER);
    List<Entry> entries =
        list.open(actor).stream()
            .filter(duty -> address(duty) != null)
            .map(duty -> new Entry(String.valueOf(address(duty)), facts.card(duty, say)))
            .toList();
    if (entries.size() == 1) {
      return "redirect:" + entries.get(0).href();
    }
    model.addAttribute("entries", entries);
    return "open-pages";
  }

  private static @org.jspecify.annotations.Nullable String address(DutyRow duty) {
    if ("userTask_answerPositions".equals(duty.element())) {
      return "/my-tasks/" + duty.id();
    }
    return PageDuty.of(duty.element()).map(page -> page.address(duty.caseId())).orElse(null);
  }
}
