package org.socle.workflow.task;

import java.util.Map;
import org.socle.tracking.AssistedEntries;
import org.socle.tracking.InvalidFormException;
import org.springframework.stereotype.Component;

/** Whoever owes an answer says whether what staff entered for it is right. */
@Component
class ConfirmAnswerStep implements TaskStep {

  private static final String RIGHT = "answerRight";

  private final AssistedEntries entries;

  ConfirmAnswerStep(AssistedEntries entries) {
    this.entries = entries;
  }

  @Override
  public String element() {
    return Assistance.CONFIRM;
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    if (!right(values) && !values.has("remark")) {
      throw InvalidFormException.of("remark", "error.remark-needed");
    }
    if (entries.enteredBy(task.processInstanceId()).filter(task.actor()::equals).isPresent()) {
      throw InvalidFormException.of("", "error.confirm-own-entry");
    }
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    boolean right = right(values);
    entries.decide(task.processInstanceId(), right, values.textOrNull("remark"), task.actor());
    return Map.of(RIGHT, right);
  }

  private static boolean right(FormValues values) {
    return "RIGHT".equals(values.text("answer"));
  }
}
