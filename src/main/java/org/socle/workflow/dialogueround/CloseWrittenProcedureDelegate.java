package org.socle.workflow.dialogueround;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.dialogue.Ballots;
import org.springframework.stereotype.Component;

/** Ends the written procedure; groups that did not join are recorded. */
@Component
class CloseWrittenProcedureDelegate implements JavaDelegate {

  private final Ballots ballots;

  CloseWrittenProcedureDelegate(Ballots ballots) {
    this.ballots = ballots;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ballots.closeWrittenProcedure((String) execution.getVariable(DialogueRoundProcess.ROUND_ID));
  }
}
