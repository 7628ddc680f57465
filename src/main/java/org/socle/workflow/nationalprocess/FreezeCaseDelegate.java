package org.socle.workflow.nationalprocess;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.InterruptionKind;
import org.socle.nationalprocess.Standstill;
import org.springframework.stereotype.Component;

/** Stops the case until the new government has re-confirmed it. */
@Component
class FreezeCaseDelegate implements JavaDelegate {

  private final Standstill standstill;

  FreezeCaseDelegate(Standstill standstill) {
    this.standstill = standstill;
  }

  @Override
  public void execute(DelegateExecution execution) {
    standstill.stop(execution.getProcessBusinessKey(), InterruptionKind.GOVERNMENT_CHANGE);
  }
}
