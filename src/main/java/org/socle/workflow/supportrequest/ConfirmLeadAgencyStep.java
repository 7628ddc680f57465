package org.socle.workflow.supportrequest;

import java.util.Map;
import org.socle.nationalprocess.LeadAgencies;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The RC office confirms the lead agency or overrides the proposal. */
@Component
class ConfirmLeadAgencyStep implements TaskStep {

  private final LeadAgencies leadAgencies;

  ConfirmLeadAgencyStep(LeadAgencies leadAgencies) {
    this.leadAgencies = leadAgencies;
  }

  @Override
  public String element() {
    return "userTask_confirmLeadAgency";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    leadAgencies.check(task.caseId(), values.text("agency"), values.textOrNull("overrideReason"));
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    leadAgencies.confirm(
        task.caseId(),
        values.textOrNull("agency"),
        values.textOrNull("overrideReason"),
        task.actor());
    return Map.of();
  }
}
