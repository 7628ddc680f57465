package org.socle.workflow.nationalprocess;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.Cases;
import org.springframework.stereotype.Component;

/** Closes the case with the outcome that its last phase noted. */
@Component
class CloseCaseDelegate implements JavaDelegate {

  private final Cases cases;

  CloseCaseDelegate(Cases cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    cases.close(execution.getProcessBusinessKey());
  }
}
