package org.socle.workflow.workinggroup;

import java.util.Map;
import org.socle.stakeholder.WorkingGroups;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The chair decides whether to ask again or to give up. */
@Component
class ResolveCompositionStep implements TaskStep {

  private final WorkingGroups workingGroups;

  ResolveCompositionStep(WorkingGroups workingGroups) {
    this.workingGroups = workingGroups;
  }

  @Override
  public String element() {
    return "userTask_resolveComposition";
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    String decision = values.text("decision");
    workingGroups.resolve(task.caseId(), decision, values.textOrNull("reason"), task.actor());
    return Map.of(WorkingGroupProcess.ASK_AGAIN, "ASK_AGAIN".equals(decision));
  }
}
