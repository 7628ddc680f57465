package org.socle.workflow.dialogueround;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.dialogue.Rounds;
import org.springframework.stereotype.Component;

/** Prepares the second convocation of a round without quorum. */
@Component
class ReconveneDelegate implements JavaDelegate {

  private final Rounds rounds;

  ReconveneDelegate(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    rounds.reconvene((String) execution.getVariable(DialogueRoundProcess.ROUND_ID));
  }
}
