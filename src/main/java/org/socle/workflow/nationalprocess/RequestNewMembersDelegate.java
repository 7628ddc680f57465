package org.socle.workflow.nationalprocess;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.GovernmentChanges;
import org.springframework.stereotype.Component;

/** Asks the institutions of the government for new members. */
@Component
class RequestNewMembersDelegate implements JavaDelegate {

  private final GovernmentChanges changes;

  RequestNewMembersDelegate(GovernmentChanges changes) {
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    changes.askNewMembers(
        execution.getProcessBusinessKey(),
        (String) execution.getVariable(NationalProcessProcess.COUNTRY),
        execution.getProcessInstanceId());
  }
}
