package org.socle.workflow.validation;

import java.util.Map;
import org.socle.decision.Technical;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The chair concludes the technical validation. */
@Component
class ConcludeTechnicalValidationStep implements TaskStep {

  private final Technical technical;

  ConcludeTechnicalValidationStep(Technical technical) {
    this.technical = technical;
  }

  @Override
  public String element() {
    return "userTask_concludeTechnicalValidation";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    if ("CORRECTIONS".equals(values.text("result")) && !values.has("corrections")) {
      throw InvalidFormException.of("corrections", "error.corrections-needed");
    }
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    String result =
        technical.conclude(
            task.caseId(),
            values.textOrNull("result"),
            values.textOrNull("reason"),
            values.textOrNull("corrections"),
            task.actor());
    return Map.of(ValidationProcess.TECHNICAL_RESULT, result);
  }
}
