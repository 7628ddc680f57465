package org.socle.workflow.nationalprocess;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.Standstill;
import org.springframework.stereotype.Component;

/** Ends whatever the case still asks and records that it was withdrawn. */
@Component
class WithdrawCaseDelegate implements JavaDelegate {

  private final Standstill standstill;

  WithdrawCaseDelegate(Standstill standstill) {
    this.standstill = standstill;
  }

  @Override
  public void execute(DelegateExecution execution) {
    standstill.end(execution.getProcessBusinessKey());
  }
}
