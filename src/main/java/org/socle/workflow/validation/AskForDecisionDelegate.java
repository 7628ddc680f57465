package org.socle.workflow.validation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.decision.Levels;
import org.springframework.stereotype.Component;

/** Reminds the deciding function once a year. */
@Component
class AskForDecisionDelegate implements JavaDelegate {

  private final Levels levels;

  AskForDecisionDelegate(Levels levels) {
    this.levels = levels;
  }

  @Override
  public void execute(DelegateExecution execution) {
    levels.askForDecision((String) execution.getVariable(ValidationProcess.LEVEL_ID));
  }
}
