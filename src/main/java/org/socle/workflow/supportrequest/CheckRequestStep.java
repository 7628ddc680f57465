package org.socle.workflow.supportrequest;

import java.util.Map;
import org.socle.nationalprocess.RequestChecks;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The RC office decides what becomes of the request. */
@Component
class CheckRequestStep implements TaskStep {

  private final RequestChecks checks;

  CheckRequestStep(RequestChecks checks) {
    this.checks = checks;
  }

  @Override
  public String element() {
    return "userTask_checkRequest";
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    checks.check(task.caseId(), values.text("outcome"), values.textOrNull("questions"));
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    // A published case that went on was accepted, even when no file says so in words.
    String outcome = task.replayed() && !values.has("outcome") ? "ACCEPT" : values.text("outcome");
    checks.decide(
        task.caseId(),
        outcome,
        values.textOrNull("reason"),
        values.textOrNull("questions"),
        task.actor());
    return Map.of(SupportRequestProcess.REQUEST_OUTCOME, outcome);
  }
}
