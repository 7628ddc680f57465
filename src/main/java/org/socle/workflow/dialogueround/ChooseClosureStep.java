package org.socle.workflow.dialogueround;

import java.util.Map;
import org.socle.dialogue.Mediation;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The chair chooses how an item on which mediation failed is closed. */
@Component
class ChooseClosureStep implements TaskStep {

  private final Mediation mediation;

  ChooseClosureStep(Mediation mediation) {
    this.mediation = mediation;
  }

  @Override
  public String element() {
    return "userTask_chooseClosure";
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    mediation.choose(
        task.id(DialogueRoundProcess.ITEM_ID),
        values.text("choice"),
        values.textOrNull("reason"),
        task.actor());
    return Map.of();
  }
}
