package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.RequestEnds;
import org.springframework.stereotype.Component;

/** Ends a request whose clarification did not come. */
@Component
class RecordLapseDelegate implements JavaDelegate {

  private final RequestEnds ends;

  RecordLapseDelegate(RequestEnds ends) {
    this.ends = ends;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ends.lapse(execution.getProcessBusinessKey());
  }
}
