package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.SupportRequests;
import org.springframework.stereotype.Component;

/** Sends the request on to the process that runs already. */
@Component
class RedirectRequestDelegate implements JavaDelegate {

  private final SupportRequests requests;

  RedirectRequestDelegate(SupportRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    requests.redirect(execution.getProcessBusinessKey());
  }
}
