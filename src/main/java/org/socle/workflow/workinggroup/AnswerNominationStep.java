package org.socle.workflow.workinggroup;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.stakeholder.NominationAnswer;
import org.socle.stakeholder.NominationAnswer.Nominee;
import org.socle.stakeholder.Nominations;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** An institution names its full member and substitute, or declines. */
@Component
class AnswerNominationStep implements TaskStep {

  private final Nominations nominations;

  AnswerNominationStep(Nominations nominations) {
    this.nominations = nominations;
  }

  @Override
  public String element() {
    return "userTask_answerNomination";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    nominations.check(answer(values));
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    // Published facts may not say what the institution answered; its seat stays silent then.
    if (!values.has("answer")) {
      return Map.of();
    }
    nominations.answer(
        task.caseId(), task.id(NominationProcess.SEAT_ID), answer(values), task.actor());
    return Map.of();
  }

  private static NominationAnswer answer(FormValues values) {
    return new NominationAnswer(
        values.text("answer"),
        nominee(values, "fullMember"),
        nominee(values, "substitute"),
        values.textOrNull("letterReference"),
        values.textOrNull("reason"),
        values.textOrNull("channel"));
  }

  private static @Nullable Nominee nominee(FormValues values, String place) {
    String name = values.textOrNull(place);
    return name == null
        ? null
        : new Nominee(
            name, values.textOrNull(place + "Function"), values.textOrNull(place + "Email"));
  }
}
