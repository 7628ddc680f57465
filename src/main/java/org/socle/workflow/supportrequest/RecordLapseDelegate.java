package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.SupportRequests;
import org.springframework.stereotype.Component;

/** Ends a request whose clarification did not come. */
@Component
class RecordLapseDelegate implements JavaDelegate {

  private final SupportRequests requests;

  RecordLapseDelegate(SupportRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    requests.lapse(execution.getProcessBusinessKey());
  }
}
