package org.socle.workflow.validation;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.decision.Opinions;
import org.socle.decision.Opinions.Asked;
import org.springframework.stereotype.Component;

/** Asks every voting seat for its opinion on the result. */
@Component
class AskOpinionsDelegate implements JavaDelegate {

  private final Opinions opinions;

  AskOpinionsDelegate(Opinions opinions) {
    this.opinions = opinions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String country = (String) execution.getVariable(ValidationProcess.COUNTRY);
    Asked asked =
        opinions.ask(execution.getProcessBusinessKey(), country, execution.getProcessInstanceId());
    execution.setVariable(ValidationProcess.ASKING_ID, asked.askingId());
    execution.setVariable(ValidationProcess.DEADLINE, Date.from(asked.deadline()));
  }
}
