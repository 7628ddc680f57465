package org.socle.workflow.nationalprocess;

import java.util.Map;
import org.socle.nationalprocess.SupportRequests;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.StartStep;
import org.springframework.stereotype.Component;

/** A government's focal point, or staff for it, submits a request for support. */
@Component
class SubmitRequestStep implements StartStep {

  private final SupportRequests requests;

  SubmitRequestStep(SupportRequests requests) {
    this.requests = requests;
  }

  @Override
  public String processKey() {
    return NationalProcessProcess.KEY;
  }

  @Override
  public void check(FormValues values, String userId) {
    requests.check(values.text(NationalProcessProcess.COUNTRY), values.dateOrNull("letterDate"));
  }

  @Override
  public Map<String, Object> variables(FormValues values) {
    return RequestForm.variables(values);
  }
}
