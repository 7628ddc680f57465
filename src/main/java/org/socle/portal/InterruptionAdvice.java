package org.socle.portal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.Actor;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives the page of a case what interrupts it and what the reader may do about that. */
@ControllerAdvice(assignableTypes = CasesController.class)
class InterruptionAdvice {

  /**
   * What the page of a case says about interruptions.
   *
   * @param acts paths of the acts that the reader may do now
   * @param governmentHref page on which the reader may record a change of government, or null
   * @param done key of the text about what the reader has just done, or null
   */
  record View(
      String caseId,
      StandingReads.Standing standing,
      List<String> acts,
      @Nullable String governmentHref,
      @Nullable String done) {}

  private final SignedIn signedIn;
  private final InterruptionDesk desk;

  InterruptionAdvice(SignedIn signedIn, InterruptionDesk desk) {
    this.signedIn = signedIn;
    this.desk = desk;
  }

  @ModelAttribute("interruption")
  @Nullable View interruption(
      @PathVariable(required = false) @Nullable String caseId,
      @RequestParam(required = false) @Nullable String interrupted) {
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
        staff ? "/countries/" + standing.country() + "/government-change" : null,
        done(interrupted, standing));
  }

  // An old address says nothing of a case that stands otherwise by now.
  private static @Nullable String done(@Nullable String act, StandingReads.Standing standing) {
    return InterruptionAct.of(act == null ? "" : act)
        .map(
            done ->
                switch (done) {
                  case SUSPEND -> standing.byDecision() ? "suspend.done" : null;
                  case RESUME ->
                      standing.byDecision()
                          ? null
                          : standing.since() == null ? "resume.done" : "resume.done.waits";
                  case WITHDRAW -> "CLOSED".equals(standing.status()) ? "withdraw.done" : null;
                })
        .map(key -> "interruption." + key)
        .orElse(null);
  }

  private static boolean offered(InterruptionAct act, StandingReads.Standing standing) {
    return switch (act) {
      case SUSPEND -> !standing.byDecision();
      case RESUME -> standing.byDecision();
      case WITHDRAW -> true;
    };
  }
}
