package org.socle.portal;

import java.util.Map;
import org.socle.tracking.Actor;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.TaskCompletion;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Opens a page of a case to those who owe its step, and completes the step for those who have no
 * Tasklist.
 */
@Component
class StepDesk {

  /** A page of a case with the duty that it serves. */
  record Step(CaseRow row, DutyRow duty, PageDuty page, Actor actor) {

    /** Address of the page. */
    String address() {
      return page.address(row.id());
    }

    /** Whether the step is completed in the Tasklist rather than on the page. */
    boolean tasklist() {
      return actor.groups().contains(SignedIn.COORDINATOR);
    }
  }

  private final SignedIn signedIn;
  private final CaseAccess access;
  private final DutyList duties;
  private final DutyFacts facts;
  private final TaskCompletion completion;

  StepDesk(
      SignedIn signedIn,
      CaseAccess access,
      DutyList duties,
      DutyFacts facts,
      TaskCompletion completion) {
    this.signedIn = signedIn;
    this.access = access;
    this.duties = duties;
    this.facts = facts;
    this.completion = completion;
  }

  /**
   * The step, when it is open and the reader owes it; a {@link StepClosedException} when it is not.
   */
  Step open(String caseId, PageDuty page) {
    Actor actor = signedIn.require(SignedIn.COORDINATOR, SignedIn.STAKEHOLDER);
    CaseRow row = access.readable(caseId, actor);
    DutyRow duty =
        duties
            .openAt(caseId, page.element(), actor.groups())
            .orElseThrow(() -> new StepClosedException(row, page));
    return new Step(row, duty, page, actor);
  }

  /** What stands around every such page. */
  void frame(Step step, Say say, Model model) {
    model.addAttribute("heading", say.task(step.page().element()));
    model.addAttribute("intro", say.documentation(step.page().element()));
    model.addAttribute("facts", facts.of(step.duty(), say));
    model.addAttribute("action", step.address());
    model.addAttribute("back", "/cases/" + step.row().id());
    model.addAttribute("tasklist", step.tasklist());
  }

  /**
   * Completes the step; what its page stored is its answer. A {@link StepClosedException} when
   * somebody was faster.
   */
  void complete(Step step) {
    try {
      completion.complete(step.duty().id(), Map.of(), step.actor());
    } catch (DutyClosedException somebodyWasFaster) {
      throw new StepClosedException(step.row(), step.page());
    }
  }
}
