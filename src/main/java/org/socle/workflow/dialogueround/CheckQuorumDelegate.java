package org.socle.workflow.dialogueround;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.dialogue.Quorum;
import org.springframework.stereotype.Component;

/** Checks whether enough seats came. */
@Component
class CheckQuorumDelegate implements JavaDelegate {

  private final Quorum quorum;

  CheckQuorumDelegate(Quorum quorum) {
    this.quorum = quorum;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        DialogueRoundProcess.QUORUM_PRESENT,
        quorum.check((String) execution.getVariable(DialogueRoundProcess.ROUND_ID)));
  }
}
