package org.socle.workflow.workinggroup;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.stakeholder.Nominations;
import org.socle.stakeholder.OpenedAsking;
import org.springframework.stereotype.Component;

/** Asks the mapped institutions for their members. */
@Component
class RequestNominationsDelegate implements JavaDelegate {

  private final Nominations nominations;

  RequestNominationsDelegate(Nominations nominations) {
    this.nominations = nominations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String country = (String) execution.getVariable(WorkingGroupProcess.COUNTRY);
    OpenedAsking asking =
        nominations.ask(
            execution.getProcessBusinessKey(), country, execution.getProcessInstanceId());
    execution.setVariable(WorkingGroupProcess.ASKING_ID, asking.askingId());
    execution.setVariable(WorkingGroupProcess.DEADLINE, Date.from(asking.deadline()));
    execution.setVariable(WorkingGroupProcess.GROUP_INSTALLED, false);
  }
}
