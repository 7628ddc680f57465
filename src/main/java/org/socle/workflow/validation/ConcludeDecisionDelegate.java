package org.socle.workflow.validation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.decision.Conclusion;
import org.springframework.stereotype.Component;

/** Records what became of each recommendation and of the case. */
@Component
class ConcludeDecisionDelegate implements JavaDelegate {

  private final Conclusion conclusion;

  ConcludeDecisionDelegate(Conclusion conclusion) {
    this.conclusion = conclusion;
  }

  @Override
  public void execute(DelegateExecution execution) {
    conclusion.conclude(execution.getProcessBusinessKey());
  }
}
