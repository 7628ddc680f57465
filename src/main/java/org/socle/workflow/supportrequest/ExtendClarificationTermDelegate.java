package org.socle.workflow.supportrequest;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.Clarifications;
import org.springframework.stereotype.Component;

/** Gives the government the term once more. */
@Component
class ExtendClarificationTermDelegate implements JavaDelegate {

  private final Clarifications clarifications;

  ExtendClarificationTermDelegate(Clarifications clarifications) {
    this.clarifications = clarifications;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String country = (String) execution.getVariable(SupportRequestProcess.COUNTRY);
    Instant deadline = clarifications.extend(execution.getProcessBusinessKey(), country);
    execution.setVariable(SupportRequestProcess.DEADLINE, Date.from(deadline));
    execution.setVariable(SupportRequestProcess.TERM_EXTENDED, true);
  }
}
