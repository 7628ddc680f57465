package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.SupportRequests;
import org.springframework.stereotype.Component;

/** Confirms the support to government and secretariat. */
@Component
class ConfirmSupportDelegate implements JavaDelegate {

  private final SupportRequests requests;

  ConfirmSupportDelegate(SupportRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    requests.confirmSupport(execution.getProcessBusinessKey());
  }
}
