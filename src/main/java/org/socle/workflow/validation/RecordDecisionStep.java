package org.socle.workflow.validation;

import java.util.Map;
import org.socle.decision.Decisions;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The deciding function has recorded on the page what its body decided. */
@Component
class RecordDecisionStep implements TaskStep {

  private final Decisions decisions;

  RecordDecisionStep(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public String element() {
    return "userTask_recordDecision";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    if (!decisions.complete(task.id(ValidationProcess.LEVEL_ID))) {
      throw InvalidFormException.of("", "error.decide-on-page");
    }
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    boolean returned = decisions.finish(task.id(ValidationProcess.LEVEL_ID), task.actor());
    return Map.of(ValidationProcess.ITEMS_RETURNED, returned);
  }
}
