package org.socle.portal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.Actor;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives the page of a case what interrupts it and what the reader may do about that. */
@ControllerAdvice(assignableTypes = CasesController.class)
class InterruptionAdvice {

  /**
   * What the page of a case says about interruptions.
   *
   * @param acts paths of the acts that the reader may do now
   * @param governmentHref page on which the reader may record a change of government, or null
   */
  record View(
      String caseId,
      StandingReads.Standing standing,
      List<String> acts,
      @Nullable String governmentHref) {}

  private final SignedIn signedIn;
  private final InterruptionDesk desk;

  InterruptionAdvice(SignedIn signedIn, InterruptionDesk desk) {
    this.signedIn = signedIn;
    this.desk = desk;
  }

  @ModelAttribute("interruption")
  @Nullable View interruption(@PathVariable(required = false) @Nullable String caseId) {
    StandingReads.Standing standing = caseId == null ? null : desk.standing(caseId);
    if (caseId == null || standing == null) {
      return null;
    }
    Actor actor = signedIn.actor();
    boolean running = !"CLOSED".equals(standing.status());
    boolean staff = running && actor.groups().contains(SignedIn.COORDINATOR);
    return new View(
        caseId,
        standing,
        Arrays.stream(InterruptionAct.values())
            .filter(act -> running && act.allowed(actor) && offered(act, standing))
            .map(InterruptionAct::path)
            .toList(),
        staff ? "/countries/" + standing.country() + "/government-change" : null);
  }

  private static boolean offered(InterruptionAct act, StandingReads.Standing standing) {
    return switch (act) {
      case SUSPEND -> !standing.byDecision();
      case RESUME -> standing.byDecision();
      case WITHDRAW -> true;
    };
  }
}
