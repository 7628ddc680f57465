package org.socle.workflow.nationalprocess;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.socle.evidence.Evidence;
import org.socle.nationalprocess.SupportRequests;
import org.springframework.stereotype.Component;

/**
 * Turns the request form into a case; not asynchronous, so that no form value is committed to the
 * engine.
 */
@Component
class RegisterRequestDelegate implements JavaDelegate {

  private final SupportRequests requests;

  RegisterRequestDelegate(SupportRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    // The Tasklist sends no business key.
    if (execution.getProcessBusinessKey() == null) {
      execution.setProcessBusinessKey(UUID.randomUUID().toString());
    }
    String caseId = execution.getProcessBusinessKey();
    Authentication user =
        execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    String actor = user == null ? Evidence.SYSTEM : user.getUserId();
    requests.register(caseId, RequestForm.take(execution), actor);
    execution.setVariable(NationalProcessProcess.CASE_ID, caseId);
  }
}
