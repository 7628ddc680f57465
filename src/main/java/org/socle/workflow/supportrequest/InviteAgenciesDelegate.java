package org.socle.workflow.supportrequest;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.AgencyAnswers;
import org.socle.nationalprocess.OpenedAsking;
import org.springframework.stereotype.Component;

/** Invites the agencies that are resident in the country. */
@Component
class InviteAgenciesDelegate implements JavaDelegate {

  private final AgencyAnswers answers;

  InviteAgenciesDelegate(AgencyAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String country = (String) execution.getVariable(SupportRequestProcess.COUNTRY);
    OpenedAsking asking =
        answers.invite(
            execution.getProcessBusinessKey(), country, execution.getProcessInstanceId());
    execution.setVariable(SupportRequestProcess.ASKING_ID, asking.askingId());
    execution.setVariable(SupportRequestProcess.DEADLINE, Date.from(asking.deadline()));
  }
}
