package org.socle.workflow.dialogueround;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.dialogue.Rounds;
import org.springframework.stereotype.Component;

/** Prepares the next round with the items that remain open. */
@Component
class OpenNextRoundDelegate implements JavaDelegate {

  private final Rounds rounds;

  OpenNextRoundDelegate(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    rounds.openNext((String) execution.getVariable(DialogueRoundProcess.ROUND_ID));
  }
}
