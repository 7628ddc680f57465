package org.socle.workflow.validation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.decision.Levels;
import org.springframework.stereotype.Component;

/** Determines by rule which level decides on which recommendation. */
@Component
class DetermineRouteDelegate implements JavaDelegate {

  private final Levels levels;

  DetermineRouteDelegate(Levels levels) {
    this.levels = levels;
  }

  @Override
  public void execute(DelegateExecution execution) {
    levels.route(execution.getProcessBusinessKey());
  }
}
