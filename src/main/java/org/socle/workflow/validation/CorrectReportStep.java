package org.socle.workflow.validation;

import java.util.Map;
import org.socle.decision.Technical;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The secretariat records what it corrected in the report. */
@Component
class CorrectReportStep implements TaskStep {

  private final Technical technical;

  CorrectReportStep(Technical technical) {
    this.technical = technical;
  }

  @Override
  public String element() {
    return "userTask_correctReport";
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    technical.correct(task.caseId(), values.textOrNull("changes"), task.actor());
    return Map.of();
  }
}
