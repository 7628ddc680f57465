package org.socle.workflow.validation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.decision.Conditions;
import org.springframework.stereotype.Component;

/** Brings returned items back to the same level. */
@Component
class ResubmitItemsDelegate implements JavaDelegate {

  private final Conditions conditions;

  ResubmitItemsDelegate(Conditions conditions) {
    this.conditions = conditions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    conditions.resubmit((String) execution.getVariable(ValidationProcess.LEVEL_ID));
  }
}
