package org.socle.workflow.nationalprocess;

import java.util.Map;
import org.socle.nationalprocess.Interruptions;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** After a year of suspension the government resumes its case or withdraws it. */
@Component
class ChooseResumptionOrWithdrawalStep implements TaskStep {

  private final Interruptions interruptions;

  ChooseResumptionOrWithdrawalStep(Interruptions interruptions) {
    this.interruptions = interruptions;
  }

  @Override
  public String element() {
    return "userTask_chooseResumptionOrWithdrawal";
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    interruptions.choose(task.caseId(), values.text("reason"), task.actor());
    return Map.of(NationalProcessProcess.RESUMPTION_CHOSEN, "RESUME".equals(values.text("choice")));
  }
}
