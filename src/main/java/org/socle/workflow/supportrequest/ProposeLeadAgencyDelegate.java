package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.LeadAgencies;
import org.springframework.stereotype.Component;

/** Has the rule propose the lead agency. */
@Component
class ProposeLeadAgencyDelegate implements JavaDelegate {

  private final LeadAgencies leadAgencies;

  ProposeLeadAgencyDelegate(LeadAgencies leadAgencies) {
    this.leadAgencies = leadAgencies;
  }

  @Override
  public void execute(DelegateExecution execution) {
    leadAgencies.propose(execution.getProcessBusinessKey());
  }
}
