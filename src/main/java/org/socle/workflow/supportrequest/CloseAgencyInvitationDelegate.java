package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.AgencyAnswers;
import org.springframework.stereotype.Component;

/** Ends the invitation; silent agencies become observers. */
@Component
class CloseAgencyInvitationDelegate implements JavaDelegate {

  private final AgencyAnswers answers;

  CloseAgencyInvitationDelegate(AgencyAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    answers.close(
        execution.getProcessBusinessKey(),
        (String) execution.getVariable(SupportRequestProcess.ASKING_ID));
  }
}
