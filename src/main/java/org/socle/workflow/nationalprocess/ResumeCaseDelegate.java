package org.socle.workflow.nationalprocess;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.Standstill;
import org.springframework.stereotype.Component;

/** Lets the case go on with its dates moved by the pause. */
@Component
class ResumeCaseDelegate implements JavaDelegate {

  private final Standstill standstill;

  ResumeCaseDelegate(Standstill standstill) {
    this.standstill = standstill;
  }

  @Override
  public void execute(DelegateExecution execution) {
    standstill.restart(execution.getProcessBusinessKey());
  }
}
