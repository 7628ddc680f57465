package org.socle.workflow.supportrequest;

import java.util.Map;
import org.socle.nationalprocess.AgencyAnswers;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** An agency answers the open invitation. */
@Component
class AnswerInvitationStep implements TaskStep {

  private final AgencyAnswers answers;

  AnswerInvitationStep(AgencyAnswers answers) {
    this.answers = answers;
  }

  @Override
  public String element() {
    return "userTask_answerInvitation";
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    // Published facts may not say what the agency answered; nothing is stored then.
    if (!values.has("answer")) {
      return Map.of();
    }
    answers.answer(
        task.caseId(),
        task.id(AgencyAnswerProcess.AGENCY_CODE),
        values.text("answer"),
        values.textOrNull("subjects"),
        values.textOrNull("resources"),
        task.actor());
    return Map.of();
  }
}
