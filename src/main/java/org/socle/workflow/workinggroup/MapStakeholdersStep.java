package org.socle.workflow.workinggroup;

import java.util.Map;
import org.socle.stakeholder.Institutions;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The secretariat has drawn the stakeholder map on its page. */
@Component
class MapStakeholdersStep implements TaskStep {

  private final Institutions institutions;

  MapStakeholdersStep(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public String element() {
    return "userTask_mapStakeholders";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    if (institutions.list(task.caseId()).isEmpty()) {
      throw InvalidFormException.of("", "error.map-on-page");
    }
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    return Map.of();
  }
}
