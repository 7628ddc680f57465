package org.socle.workflow.workinggroup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.stakeholder.Nominations;
import org.springframework.stereotype.Component;

/** Ends the nominations; silent seats are recorded. */
@Component
class CloseNominationsDelegate implements JavaDelegate {

  private final Nominations nominations;

  CloseNominationsDelegate(Nominations nominations) {
    this.nominations = nominations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    nominations.close(
        execution.getProcessBusinessKey(),
        (String) execution.getVariable(WorkingGroupProcess.ASKING_ID));
  }
}
