package org.socle.workflow.supportrequest;

import java.util.Map;
import org.socle.nationalprocess.Appraisals;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.task.EarlierValues;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The RC office records where the process is embedded. */
@Component
class AppraiseJointlyStep implements TaskStep {

  private final Appraisals appraisals;

  AppraiseJointlyStep(Appraisals appraisals) {
    this.appraisals = appraisals;
  }

  @Override
  public String element() {
    return "userTask_appraiseJointly";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    if ("EXISTING_BODY".equals(values.text("embedding")) && !values.has("body")) {
      throw InvalidFormException.of("body", "error.body-needed");
    }
  }

  @Override
  public Map<String, String> earlier(String caseId, Map<String, String> ids) {
    return appraisals
        .find(caseId)
        .map(
            said ->
                EarlierValues.of(
                    "embedding", said.embedding(), "body", said.body(), "risks", said.risks()))
        .orElse(Map.of());
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    appraisals.record(
        task.caseId(),
        values.textOrNull("embedding"),
        values.textOrNull("body"),
        values.textOrNull("risks"),
        task.actor());
    return Map.of();
  }
}
