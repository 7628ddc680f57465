package org.socle.workflow.validation;

import java.util.Set;
import org.socle.workflow.task.Passport;
import org.springframework.stereotype.Component;

/** What the engine keeps of a seat's opinion. */
@Component
class OpinionProcess implements Passport {

  static final String KEY = "validation-opinion";
  static final String COUNTRY = "country";
  static final String CASE_ID = "caseId";
  static final String ASKING_ID = "askingId";
  static final String SEAT_ID = "seatId";
  static final String DUE_DATE = "dueDate";

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Set<String> historicVariables() {
    return Set.of(COUNTRY, CASE_ID, ASKING_ID, SEAT_ID, DUE_DATE);
  }
}
