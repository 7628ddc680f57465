package org.socle.workflow.nationalprocess;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.Interruptions;
import org.springframework.stereotype.Component;

/** Tells the process whether the government resumes or withdraws the case. */
@Component
class AnnounceChoiceDelegate implements JavaDelegate {

  private final Interruptions interruptions;

  AnnounceChoiceDelegate(Interruptions interruptions) {
    this.interruptions = interruptions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean resume =
        Boolean.TRUE.equals(execution.getVariable(NationalProcessProcess.RESUMPTION_CHOSEN));
    interruptions.announce(execution.getProcessBusinessKey(), resume);
  }
}
