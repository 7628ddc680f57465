package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.RequestChecks;
import org.springframework.stereotype.Component;

/** Has the rule propose an outcome to the RC office. */
@Component
class CheckAdmissibilityDelegate implements JavaDelegate {

  private final RequestChecks checks;

  CheckAdmissibilityDelegate(RequestChecks checks) {
    this.checks = checks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    checks.propose(execution.getProcessBusinessKey());
  }
}
