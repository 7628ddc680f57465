package org.socle.workflow.dialogueround;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.dialogue.Mediation;
import org.springframework.stereotype.Component;

/** Takes the next item for which the chair must choose. */
@Component
class SelectItemForChairDelegate implements JavaDelegate {

  private final Mediation mediation;

  SelectItemForChairDelegate(Mediation mediation) {
    this.mediation = mediation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String itemId =
        mediation.selectForChair((String) execution.getVariable(DialogueRoundProcess.ROUND_ID));
    execution.setVariable(DialogueRoundProcess.ITEM_ID, itemId);
  }
}
