package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.SupportRequests;
import org.springframework.stereotype.Component;

/** Tells the government that its request has arrived. */
@Component
class AcknowledgeRequestDelegate implements JavaDelegate {

  private final SupportRequests requests;

  AcknowledgeRequestDelegate(SupportRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    requests.acknowledge(execution.getProcessBusinessKey());
    execution.setVariable(SupportRequestProcess.REQUEST_ACCEPTED, false);
  }
}
