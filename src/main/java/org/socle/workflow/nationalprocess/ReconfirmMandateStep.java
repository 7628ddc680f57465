package org.socle.workflow.nationalprocess;

import java.util.Map;
import org.socle.nationalprocess.GovernmentChanges;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** A new government re-confirms the mandate of the case and who sits for it. */
@Component
class ReconfirmMandateStep implements TaskStep {

  private final GovernmentChanges changes;

  ReconfirmMandateStep(GovernmentChanges changes) {
    this.changes = changes;
  }

  @Override
  public String element() {
    return "userTask_reconfirmMandate";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    changes.check(
        task.caseId(),
        values.text("mandate"),
        values.textOrNull("mandateText"),
        values.text("members"));
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    changes.reconfirm(
        task.caseId(),
        values.text("mandate"),
        values.textOrNull("mandateText"),
        values.text("members"),
        values.text("reference"),
        task.actor());
    return Map.of(NationalProcessProcess.NEW_MEMBERS, "NEW".equals(values.text("members")));
  }
}
