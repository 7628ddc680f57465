package org.socle.workflow.validation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.decision.Opinions;
import org.springframework.stereotype.Component;

/** Ends the asking for opinions. */
@Component
class CloseTechnicalValidationDelegate implements JavaDelegate {

  private final Opinions opinions;

  CloseTechnicalValidationDelegate(Opinions opinions) {
    this.opinions = opinions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String askingId = (String) execution.getVariable(ValidationProcess.ASKING_ID);
    opinions.close(execution.getProcessBusinessKey(), askingId);
  }
}
