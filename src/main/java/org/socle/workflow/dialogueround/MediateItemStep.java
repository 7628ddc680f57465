package org.socle.workflow.dialogueround;

import java.util.Map;
import org.socle.dialogue.Mediation;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.task.EarlierValues;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The mediator records whether the groups settled on a new text. */
@Component
class MediateItemStep implements TaskStep {

  private final Mediation mediation;

  MediateItemStep(Mediation mediation) {
    this.mediation = mediation;
  }

  @Override
  public String element() {
    return "userTask_mediateItem";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    if ("SETTLED".equals(values.text("result")) && !values.has("newText")) {
      throw InvalidFormException.of("newText", "error.new-text-needed");
    }
  }

  @Override
  public Map<String, String> earlier(String caseId, Map<String, String> ids) {
    return mediation
        .last(ids.getOrDefault(DialogueRoundProcess.ITEM_ID, ""))
        .map(
            last ->
                EarlierValues.of(
                    "result", last.settled() ? "SETTLED" : "NOT_SETTLED",
                    "newText", last.newText(),
                    "note", last.note()))
        .orElse(Map.of());
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    boolean settled = "SETTLED".equals(values.text("result"));
    String newText = settled ? values.textOrNull("newText") : null;
    mediation.record(
        task.id(DialogueRoundProcess.ITEM_ID),
        settled,
        newText,
        values.textOrNull("note"),
        task.actor());
    return Map.of();
  }
}
