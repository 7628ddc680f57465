package org.socle.workflow.validation;

import java.util.Map;
import org.socle.decision.Conditions;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The owner of a condition says how it is fulfilled. */
@Component
class FulfilConditionStep implements TaskStep {

  private final Conditions conditions;

  FulfilConditionStep(Conditions conditions) {
    this.conditions = conditions;
  }

  @Override
  public String element() {
    return "userTask_fulfilCondition";
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    conditions.fulfil(
        task.id(ConditionProcess.CONDITION_ID), values.textOrNull("evidence"), task.actor());
    return Map.of();
  }
}
