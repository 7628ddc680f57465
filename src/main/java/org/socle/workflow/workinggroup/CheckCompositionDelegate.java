package org.socle.workflow.workinggroup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.stakeholder.Composition;
import org.springframework.stereotype.Component;

/** Has the rules look at the composition. */
@Component
class CheckCompositionDelegate implements JavaDelegate {

  private final Composition composition;

  CheckCompositionDelegate(Composition composition) {
    this.composition = composition;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        WorkingGroupProcess.COMPOSITION_COMPLETE,
        composition.check(execution.getProcessBusinessKey()));
  }
}
