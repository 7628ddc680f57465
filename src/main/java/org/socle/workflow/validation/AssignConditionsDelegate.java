package org.socle.workflow.validation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.decision.Conditions;
import org.springframework.stereotype.Component;

/** Asks the owners of the conditions under which items were returned. */
@Component
class AssignConditionsDelegate implements JavaDelegate {

  private final Conditions conditions;

  AssignConditionsDelegate(Conditions conditions) {
    this.conditions = conditions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String country = (String) execution.getVariable(ValidationProcess.COUNTRY);
    String askingId =
        conditions.assign(
            (String) execution.getVariable(ValidationProcess.LEVEL_ID),
            country,
            execution.getProcessInstanceId());
    execution.setVariable(ValidationProcess.ASKING_ID, askingId);
  }
}
