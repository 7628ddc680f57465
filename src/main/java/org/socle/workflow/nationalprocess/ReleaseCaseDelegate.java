package org.socle.workflow.nationalprocess;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.GovernmentChanges;
import org.springframework.stereotype.Component;

/** Lets the case go on where it stopped for the new government. */
@Component
class ReleaseCaseDelegate implements JavaDelegate {

  private final GovernmentChanges changes;

  ReleaseCaseDelegate(GovernmentChanges changes) {
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    changes.release(execution.getProcessBusinessKey());
  }
}
