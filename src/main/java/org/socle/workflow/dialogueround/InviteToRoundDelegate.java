package org.socle.workflow.dialogueround;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.dialogue.Rounds;
import org.springframework.stereotype.Component;

/** Invites every seat to the round. */
@Component
class InviteToRoundDelegate implements JavaDelegate {

  private final Rounds rounds;

  InviteToRoundDelegate(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    rounds.invite((String) execution.getVariable(DialogueRoundProcess.ROUND_ID));
  }
}
