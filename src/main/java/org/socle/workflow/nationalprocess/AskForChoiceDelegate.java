package org.socle.workflow.nationalprocess;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.Standstill;
import org.springframework.stereotype.Component;

/** Tells the government and who runs the case that it has been suspended for a year. */
@Component
class AskForChoiceDelegate implements JavaDelegate {

  private final Standstill standstill;

  AskForChoiceDelegate(Standstill standstill) {
    this.standstill = standstill;
  }

  @Override
  public void execute(DelegateExecution execution) {
    standstill.askForChoice(execution.getProcessBusinessKey());
  }
}
