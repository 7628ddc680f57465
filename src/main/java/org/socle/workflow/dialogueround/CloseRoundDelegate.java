package org.socle.workflow.dialogueround;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.dialogue.Ballots;
import org.springframework.stereotype.Component;

/** Ends the asking of a round; silent seats are recorded. */
@Component
class CloseRoundDelegate implements JavaDelegate {

  private final Ballots ballots;

  CloseRoundDelegate(Ballots ballots) {
    this.ballots = ballots;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ballots.close((String) execution.getVariable(DialogueRoundProcess.ROUND_ID));
  }
}
