package org.socle.workflow.dialogueround;

import java.util.Set;
import org.socle.workflow.task.Passport;
import org.springframework.stereotype.Component;

/** What the engine keeps of a seat's contribution to a round. */
@Component
class PositionProcess implements Passport {

  static final String KEY = "dialogue-round-position";
  static final String COUNTRY = "country";
  static final String CASE_ID = "caseId";
  static final String ASKING_ID = "askingId";
  static final String SEAT_ID = "seatId";
  static final String ROUND_ID = "roundId";
  static final String DUE_DATE = "dueDate";

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Set<String> historicVariables() {
    return Set.of(COUNTRY, CASE_ID, ASKING_ID, SEAT_ID, ROUND_ID, DUE_DATE);
  }
}
