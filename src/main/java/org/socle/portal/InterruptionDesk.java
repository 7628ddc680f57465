package org.socle.portal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.Interruptions;
import org.socle.tracking.Actor;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.springframework.stereotype.Component;

/** What the pages that suspend, resume and withdraw a case need besides their form. */
@Component
class InterruptionDesk {

  private final StandingReads reads;
  private final Interruptions interruptions;

  InterruptionDesk(StandingReads reads, Interruptions interruptions) {
    this.reads = reads;
    this.interruptions = interruptions;
  }

  /** What interrupts a case, or has interrupted it; null when there is no such case. */
  StandingReads.@Nullable Standing standing(String caseId) {
    return reads.of(Stream.of(caseId)).get(caseId);
  }

  /** Whether the act can be done in the case now. */
  boolean possible(InterruptionAct act, CaseRow row) {
    StandingReads.Standing standing = standing(row.id());
    return act.possible(row, standing != null && standing.byDecision())
        && interruptions.possible(row.id());
  }

  /** Why the act cannot be done now, and what to do instead. */
  String refusal(InterruptionAct act, CaseRow row, Say say) {
    return say.text(
        interruptions.possible(row.id())
            ? "interruption." + act.path() + ".not-possible"
            : "interruption.older");
  }

  /** Does it; false when somebody was faster. */
  boolean act(InterruptionAct act, String caseId, String reason, Actor actor) {
    return switch (act) {
      case SUSPEND -> interruptions.suspend(caseId, reason, actor.accountId());
      case RESUME -> interruptions.resume(caseId, reason, actor.accountId());
      case WITHDRAW -> interruptions.withdraw(caseId, reason, actor.accountId());
    };
  }

  /** What happens then, and the reason. */
  FormSchema form(InterruptionAct act, Say say) {
    String what = say.text("interruption." + act.path() + ".what");
    return new FormSchema(
        "interruption-" + act.path(),
        List.of(
            new Field("text", "", "What", what, "", false, 1, null, null, List.of()),
            ReasonField.of(
                say.text("interruption." + act.path() + ".reason"),
                say.text("interruption.reason.hint"))));
  }
}
