package org.socle.workflow.validation;

import java.util.Set;
import org.socle.workflow.task.Passport;
import org.springframework.stereotype.Component;

/** What the engine keeps of the fulfilment of a condition. */
@Component
class ConditionProcess implements Passport {

  static final String KEY = "validation-condition";
  static final String COUNTRY = "country";
  static final String CASE_ID = "caseId";
  static final String ASKING_ID = "askingId";
  static final String CONDITION_ID = "conditionId";
  static final String DUE_DATE = "dueDate";

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Set<String> historicVariables() {
    return Set.of(COUNTRY, CASE_ID, ASKING_ID, CONDITION_ID, DUE_DATE);
  }
}
