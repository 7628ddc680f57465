package org.socle.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The seats of a case: now, with what each owes, and over time. */
@Controller
class SeatsController {

  private final SignedIn signedIn;
  private final CaseAccess access;
  private final SeatsPage page;

  SeatsController(SignedIn signedIn, CaseAccess access, SeatsPage page) {
    this.signedIn = signedIn;
    this.access = access;
    this.page = page;
  }

  @GetMapping("/cases/{caseId}/seats")
  String open(
      @PathVariable String caseId,
      @RequestParam(name = "on", defaultValue = "") String on,
      Model model) {
    Actor actor = signedIn.actor();
    LocalDate day = day(on);
    model.addAttribute("page", page.of(access.readable(caseId, actor), actor, day));
    model.addAttribute("typed", on);
    model.addAttribute("wrongDay", day == null && !on.isBlank());
    return "case-seats";
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException wrong) {
      return null;
    }
  }
}
