package org.socle.workflow.nationalprocess;

import java.util.Set;
import org.socle.workflow.task.Passport;
import org.springframework.stereotype.Component;

/** What the engine keeps of a national process; the form's values are no part of it. */
@Component
class NationalProcessProcess implements Passport {

  static final String KEY = "national-process";
  static final String COUNTRY = "country";
  static final String CASE_ID = "caseId";
  static final String REQUEST_ACCEPTED = "requestAccepted";
  static final String GROUP_INSTALLED = "groupInstalled";
  static final String DIALOGUE_CONCLUDED = "dialogueConcluded";
  static final String SUSPENSION_LIMIT = "suspensionLimit";
  static final String RESUMPTION_CHOSEN = "resumptionChosen";
  static final String NEW_MEMBERS = "newMembers";
  static final String SUSPENDED = "case.suspended";
  static final String RESUMED = "case.resumed";
  static final String WITHDRAWN = "case.withdrawn";
  static final String GOVERNMENT_CHANGED = "government.changed";

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Set<String> historicVariables() {
    return Set.of(
        COUNTRY,
        CASE_ID,
        REQUEST_ACCEPTED,
        GROUP_INSTALLED,
        DIALOGUE_CONCLUDED,
        RESUMPTION_CHOSEN,
        NEW_MEMBERS);
  }
}
