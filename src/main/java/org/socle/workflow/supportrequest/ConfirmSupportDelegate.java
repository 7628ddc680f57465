package org.socle.workflow.supportrequest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.socle.nationalprocess.SupportConfirmations;
import org.springframework.stereotype.Component;

/** Confirms the support to government and secretariat. */
@Component
class ConfirmSupportDelegate implements JavaDelegate {

  private final SupportConfirmations confirmations;

  ConfirmSupportDelegate(SupportConfirmations confirmations) {
    this.confirmations = confirmations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    confirmations.confirm(execution.getProcessBusinessKey());
  }
}
