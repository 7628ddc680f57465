package org.socle.workflow.nationalprocess;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.InterruptionKind;
import org.socle.nationalprocess.Standstill;
import org.springframework.stereotype.Component;

/** Stops everything of the case but its national process. */
@Component
class SuspendCaseDelegate implements JavaDelegate {

  private final Standstill standstill;

  SuspendCaseDelegate(Standstill standstill) {
    this.standstill = standstill;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Instant limit = standstill.stop(execution.getProcessBusinessKey(), InterruptionKind.SUSPENSION);
    execution.setVariable(NationalProcessProcess.SUSPENSION_LIMIT, Date.from(limit));
  }
}
