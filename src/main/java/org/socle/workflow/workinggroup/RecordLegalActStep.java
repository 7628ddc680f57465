package org.socle.workflow.workinggroup;

import java.util.Map;
import org.socle.stakeholder.LegalAct;
import org.socle.stakeholder.WorkingGroups;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The secretariat records the act that founds the group. */
@Component
class RecordLegalActStep implements TaskStep {

  private final WorkingGroups workingGroups;

  RecordLegalActStep(WorkingGroups workingGroups) {
    this.workingGroups = workingGroups;
  }

  @Override
  public String element() {
    return "userTask_recordLegalAct";
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    workingGroups.recordLegalAct(
        task.caseId(),
        new LegalAct(
            values.textOrNull("type"),
            values.textOrNull("number"),
            values.dateOrNull("date"),
            values.textOrNull("issuer")),
        task.actor());
    return Map.of();
  }
}
