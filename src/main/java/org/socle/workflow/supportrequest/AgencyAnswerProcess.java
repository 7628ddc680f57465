package org.socle.workflow.supportrequest;

import java.util.Set;
import org.socle.workflow.task.Passport;
import org.springframework.stereotype.Component;

/** What the engine keeps of an agency's contribution. */
@Component
class AgencyAnswerProcess implements Passport {

  static final String KEY = "support-request-agency-answer";
  static final String COUNTRY = "country";
  static final String CASE_ID = "caseId";
  static final String ASKING_ID = "askingId";
  static final String AGENCY_CODE = "agencyCode";
  static final String DUE_DATE = "dueDate";

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Set<String> historicVariables() {
    return Set.of(COUNTRY, CASE_ID, ASKING_ID, AGENCY_CODE, DUE_DATE);
  }
}
