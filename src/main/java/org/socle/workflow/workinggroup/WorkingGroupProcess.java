package org.socle.workflow.workinggroup;

import java.util.Set;
import org.socle.workflow.task.Passport;
import org.springframework.stereotype.Component;

/** What the engine keeps of a group's formation. */
@Component
class WorkingGroupProcess implements Passport {

  static final String KEY = "working-group";
  static final String COUNTRY = "country";
  static final String CASE_ID = "caseId";
  static final String COMPOSITION_COMPLETE = "compositionComplete";
  static final String ASK_AGAIN = "askAgain";
  static final String GROUP_INSTALLED = "groupInstalled";
  static final String ASKING_ID = "askingId";
  static final String DEADLINE = "deadline";

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Set<String> historicVariables() {
    return Set.of(
        COUNTRY, CASE_ID, COMPOSITION_COMPLETE, ASK_AGAIN, GROUP_INSTALLED, ASKING_ID, DEADLINE);
  }
}
