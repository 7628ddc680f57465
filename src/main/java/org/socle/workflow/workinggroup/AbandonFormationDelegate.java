package org.socle.workflow.workinggroup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.Cases;
import org.socle.nationalprocess.Outcome;
import org.socle.stakeholder.WorkingGroups;
import org.springframework.stereotype.Component;

/** Ends a case whose working group could not be formed, with the chair's reason. */
@Component
class AbandonFormationDelegate implements JavaDelegate {

  private final Cases cases;
  private final WorkingGroups workingGroups;

  AbandonFormationDelegate(Cases cases, WorkingGroups workingGroups) {
    this.cases = cases;
    this.workingGroups = workingGroups;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    cases.conclude(caseId, Outcome.GROUP_NOT_FORMED, workingGroups.reasonToAbandon(caseId));
  }
}
