package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.RequestEnds;
import org.springframework.stereotype.Component;

/** Declines the request with a reasoned letter. */
@Component
class DeclineRequestDelegate implements JavaDelegate {

  private final RequestEnds ends;

  DeclineRequestDelegate(RequestEnds ends) {
    this.ends = ends;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ends.decline(execution.getProcessBusinessKey());
  }
}
