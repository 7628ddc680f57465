package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.RequestEnds;
import org.springframework.stereotype.Component;

/** Sends the request on to the process that runs already. */
@Component
class RedirectRequestDelegate implements JavaDelegate {

  private final RequestEnds ends;

  RedirectRequestDelegate(RequestEnds ends) {
    this.ends = ends;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ends.redirect(execution.getProcessBusinessKey());
  }
}
