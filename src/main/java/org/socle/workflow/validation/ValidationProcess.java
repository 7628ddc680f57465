package org.socle.workflow.validation;

import java.util.Set;
import org.socle.workflow.task.Passport;
import org.springframework.stereotype.Component;

/** What the engine keeps of a validation. */
@Component
class ValidationProcess implements Passport {

  static final String KEY = "validation";
  static final String COUNTRY = "country";
  static final String CASE_ID = "caseId";
  static final String ASKING_ID = "askingId";
  static final String DEADLINE = "deadline";
  static final String TECHNICAL_RESULT = "technicalResult";
  static final String LEVEL_OPEN = "levelOpen";
  static final String DECIDING_FUNCTION = "decidingFunction";
  static final String LEVEL_ID = "levelId";
  static final String ITEMS_RETURNED = "itemsReturned";

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Set<String> historicVariables() {
    return Set.of(
        COUNTRY,
        CASE_ID,
        ASKING_ID,
        DEADLINE,
        TECHNICAL_RESULT,
        LEVEL_OPEN,
        DECIDING_FUNCTION,
        LEVEL_ID,
        ITEMS_RETURNED);
  }
}
