package org.socle.portal;

import java.util.List;
import java.util.Map;
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
  private final SendOnce once;

  InterruptionDesk(StandingReads reads, Interruptions interruptions, SendOnce once) {
    this.reads = reads;
    this.interruptions = interruptions;
    this.once = once;
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

  /**
   * Does it, or finds that this form has done it before; false when it is not possible.
   *
   * @param drawn id of the drawn form
   */
  boolean actOnce(
      InterruptionAct act,
      CaseRow row,
      Map<String, String> typed,
      Actor actor,
      @Nullable String drawn) {
    String reason = typed.getOrDefault(ReasonField.KEY, "");
    try {
      once.sendForm(
          actor,
          drawn,
          act + row.id(),
          typed,
          () -> {
            if (!possible(act, row) || !act(act, row.id(), reason, actor)) {
              throw new NotPossibleException();
            }
            return act.path();
          });
      return true;
    } catch (NotPossibleException somebodyWasFaster) {
      return false;
    }
  }

  private boolean act(InterruptionAct act, String caseId, String reason, Actor actor) {
    return switch (act) {
      case SUSPEND -> interruptions.suspend(caseId, reason, actor.accountId());
      case RESUME -> interruptions.resume(caseId, reason, actor.accountId());
      case WITHDRAW -> interruptions.withdraw(caseId, reason, actor.accountId());
    };
  }

  /** Takes the note back that the form was sent. */
  private static final class NotPossibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;
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
