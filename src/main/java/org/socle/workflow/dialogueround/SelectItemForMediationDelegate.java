package org.socle.workflow.dialogueround;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.dialogue.Mediation;
import org.springframework.stereotype.Component;

/** Takes the next item that needs a mediation. */
@Component
class SelectItemForMediationDelegate implements JavaDelegate {

  private final Mediation mediation;

  SelectItemForMediationDelegate(Mediation mediation) {
    this.mediation = mediation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String itemId =
        mediation.selectForMediation((String) execution.getVariable(DialogueRoundProcess.ROUND_ID));
    execution.setVariable(DialogueRoundProcess.ITEM_ID, itemId);
  }
}
