package org.socle.workflow.validation;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.decision.Levels;
import org.socle.decision.Levels.DecisionLevel;
import org.springframework.stereotype.Component;

/** Opens the next level that has something to decide. */
@Component
class OpenNextLevelDelegate implements JavaDelegate {

  private final Levels levels;

  OpenNextLevelDelegate(Levels levels) {
    this.levels = levels;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Optional<DecisionLevel> next = levels.openNext(execution.getProcessBusinessKey());
    execution.setVariable(ValidationProcess.LEVEL_OPEN, next.isPresent());
    next.ifPresent(
        level -> {
          execution.setVariable(ValidationProcess.LEVEL_ID, level.id());
          execution.setVariable(ValidationProcess.DECIDING_FUNCTION, level.function());
        });
  }
}
