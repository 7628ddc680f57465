package org.socle.workflow.workinggroup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.stakeholder.WorkingGroups;
import org.springframework.stereotype.Component;

/** Installs the working group. */
@Component
class InstallWorkingGroupDelegate implements JavaDelegate {

  private final WorkingGroups workingGroups;

  InstallWorkingGroupDelegate(WorkingGroups workingGroups) {
    this.workingGroups = workingGroups;
  }

  @Override
  public void execute(DelegateExecution execution) {
    workingGroups.install(execution.getProcessBusinessKey());
    execution.setVariable(WorkingGroupProcess.GROUP_INSTALLED, true);
  }
}
