package org.socle.workflow.validation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.decision.Technical;
import org.springframework.stereotype.Component;

/** Ends the case as refused by the working group. */
@Component
class RecordRefusalDelegate implements JavaDelegate {

  private final Technical technical;

  RecordRefusalDelegate(Technical technical) {
    this.technical = technical;
  }

  @Override
  public void execute(DelegateExecution execution) {
    technical.refuse(execution.getProcessBusinessKey());
  }
}
