package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.SupportRequests;
import org.springframework.stereotype.Component;

/** Declines the request with a reasoned letter. */
@Component
class DeclineRequestDelegate implements JavaDelegate {

  private final SupportRequests requests;

  DeclineRequestDelegate(SupportRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    requests.decline(execution.getProcessBusinessKey());
  }
}
