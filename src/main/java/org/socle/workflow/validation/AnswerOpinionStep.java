package org.socle.workflow.validation;

import java.util.Map;
import org.socle.decision.Opinions;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** A seat gives its opinion on the result. */
@Component
class AnswerOpinionStep implements TaskStep {

  private final Opinions opinions;

  AnswerOpinionStep(Opinions opinions) {
    this.opinions = opinions;
  }

  @Override
  public String element() {
    return "userTask_answerOpinion";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    String opinion = values.text("opinion");
    if (opinion.matches("VALID_WITH_CORRECTIONS|NOT_VALID") && !values.has("text")) {
      throw InvalidFormException.of("text", "error.opinion-text-needed");
    }
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    opinions.record(
        task.caseId(),
        task.id(OpinionProcess.SEAT_ID),
        values.textOrNull("opinion"),
        values.textOrNull("text"),
        task.actor());
    return Map.of();
  }
}
