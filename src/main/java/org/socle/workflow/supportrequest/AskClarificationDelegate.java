package org.socle.workflow.supportrequest;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.Clarifications;
import org.springframework.stereotype.Component;

/** Asks the government the questions of the check. */
@Component
class AskClarificationDelegate implements JavaDelegate {

  private final Clarifications clarifications;

  AskClarificationDelegate(Clarifications clarifications) {
    this.clarifications = clarifications;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String country = (String) execution.getVariable(SupportRequestProcess.COUNTRY);
    Instant deadline = clarifications.ask(execution.getProcessBusinessKey(), country);
    execution.setVariable(SupportRequestProcess.DEADLINE, Date.from(deadline));
    execution.setVariable(SupportRequestProcess.TERM_EXTENDED, false);
  }
}
