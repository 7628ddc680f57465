package org.socle.workflow.supportrequest;

import java.util.Set;
import org.socle.workflow.task.Passport;
import org.springframework.stereotype.Component;

/** What the engine keeps of an examination. */
@Component
class SupportRequestProcess implements Passport {

  static final String KEY = "support-request";
  static final String COUNTRY = "country";
  static final String CASE_ID = "caseId";
  static final String REQUEST_OUTCOME = "requestOutcome";
  static final String TERM_EXTENDED = "termExtended";
  static final String REQUEST_ACCEPTED = "requestAccepted";
  static final String ASKING_ID = "askingId";
  static final String DEADLINE = "deadline";

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Set<String> historicVariables() {
    return Set.of(
        COUNTRY, CASE_ID, REQUEST_OUTCOME, TERM_EXTENDED, REQUEST_ACCEPTED, ASKING_ID, DEADLINE);
  }
}
