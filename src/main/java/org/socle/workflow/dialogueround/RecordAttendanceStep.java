package org.socle.workflow.dialogueround;

import java.util.Map;
import org.socle.dialogue.Rounds;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The rapporteur has recorded on the page who attended. */
@Component
class RecordAttendanceStep implements TaskStep {

  private final Rounds rounds;

  RecordAttendanceStep(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public String element() {
    return "userTask_recordAttendance";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    if (!rounds.attendanceRecorded(task.id(DialogueRoundProcess.ROUND_ID))) {
      throw InvalidFormException.of("", "error.attendance-on-page");
    }
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    return Map.of();
  }
}
