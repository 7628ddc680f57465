package org.socle.workflow.dialogueround;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.dialogue.Ballots;
import org.socle.dialogue.Ballots.Asked;
import org.springframework.stereotype.Component;

/** Asks every voting seat for its positions. */
@Component
class AskPositionsDelegate implements JavaDelegate {

  private final Ballots ballots;

  AskPositionsDelegate(Ballots ballots) {
    this.ballots = ballots;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Asked asked =
        ballots.ask(
            (String) execution.getVariable(DialogueRoundProcess.ROUND_ID),
            (String) execution.getVariable(DialogueRoundProcess.COUNTRY),
            execution.getProcessInstanceId());
    execution.setVariable(DialogueRoundProcess.ASKING_ID, asked.askingId());
    execution.setVariable(DialogueRoundProcess.DEADLINE, Date.from(asked.deadline()));
  }
}
