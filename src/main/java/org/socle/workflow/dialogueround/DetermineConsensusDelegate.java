package org.socle.workflow.dialogueround;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.dialogue.Consensus;
import org.socle.dialogue.Consensus.Need;
import org.springframework.stereotype.Component;

/** Decides open items by rule and says what the others need. */
@Component
class DetermineConsensusDelegate implements JavaDelegate {

  private final Consensus consensus;

  DetermineConsensusDelegate(Consensus consensus) {
    this.consensus = consensus;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Need need = consensus.determine((String) execution.getVariable(DialogueRoundProcess.ROUND_ID));
    execution.setVariable(DialogueRoundProcess.ITEMS_NEED, need.name());
    execution.setVariable(DialogueRoundProcess.DIALOGUE_CONCLUDED, need == Need.NOTHING);
  }
}
