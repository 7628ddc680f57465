package org.socle.workflow.dialogueround;

import java.util.Map;
import org.socle.dialogue.Rounds;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The secretariat has entered the recommendations on their page. */
@Component
class EnterRecommendationsStep implements TaskStep {

  private final Rounds rounds;

  EnterRecommendationsStep(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public String element() {
    return "userTask_enterRecommendations";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    rounds.requireReady(task.caseId());
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    rounds.begin(task.caseId(), task.actor());
    return Map.of();
  }
}
