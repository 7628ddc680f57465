package org.socle.workflow.supportrequest;

import java.util.Map;
import org.socle.nationalprocess.Clarifications;
import org.socle.nationalprocess.Clarifications.Completion;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The government completes its request. */
@Component
class AnswerClarificationStep implements TaskStep {

  private final Clarifications clarifications;

  AnswerClarificationStep(Clarifications clarifications) {
    this.clarifications = clarifications;
  }

  @Override
  public String element() {
    return "userTask_answerClarification";
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    clarifications.answer(
        task.caseId(),
        new Completion(
            values.textOrNull("answer"),
            values.textOrNull("authorityLevel"),
            values.flag("signedLetter") ? Boolean.TRUE : null,
            values.textOrNull("leadMinistry"),
            values.textOrNull("objectives")),
        task.actor());
    return Map.of();
  }
}
