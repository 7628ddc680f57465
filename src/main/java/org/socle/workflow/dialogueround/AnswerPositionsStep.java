package org.socle.workflow.dialogueround;

import java.util.Map;
import org.socle.dialogue.Positions;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** A seat has given its positions on the page of the round. */
@Component
class AnswerPositionsStep implements TaskStep {

  private final Positions positions;

  AnswerPositionsStep(Positions positions) {
    this.positions = positions;
  }

  @Override
  public String element() {
    return "userTask_answerPositions";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    if (!positions.complete(task.id(PositionProcess.ROUND_ID), task.id(PositionProcess.SEAT_ID))) {
      throw InvalidFormException.of("", "error.answer-on-page");
    }
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    return Map.of();
  }
}
