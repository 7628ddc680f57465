package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.SupportRequests;
import org.springframework.stereotype.Component;

/** Accepts the request. */
@Component
class AcceptRequestDelegate implements JavaDelegate {

  private final SupportRequests requests;

  AcceptRequestDelegate(SupportRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    requests.accept(execution.getProcessBusinessKey());
    execution.setVariable(SupportRequestProcess.REQUEST_ACCEPTED, true);
  }
}
