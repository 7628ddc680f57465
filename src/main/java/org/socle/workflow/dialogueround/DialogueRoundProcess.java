package org.socle.workflow.dialogueround;

import java.util.Set;
import org.socle.workflow.task.Passport;
import org.springframework.stereotype.Component;

/** What the engine keeps of a dialogue. */
@Component
class DialogueRoundProcess implements Passport {

  static final String KEY = "dialogue-round";
  static final String COUNTRY = "country";
  static final String CASE_ID = "caseId";
  static final String ROUND_ID = "roundId";
  static final String ITEM_ID = "itemId";
  static final String ASKING_ID = "askingId";
  static final String DEADLINE = "deadline";
  static final String QUORUM_PRESENT = "quorumPresent";
  static final String ITEMS_NEED = "itemsNeed";
  static final String DIALOGUE_CONCLUDED = "dialogueConcluded";

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Set<String> historicVariables() {
    return Set.of(
        COUNTRY,
        CASE_ID,
        ROUND_ID,
        ITEM_ID,
        ASKING_ID,
        DEADLINE,
        QUORUM_PRESENT,
        ITEMS_NEED,
        DIALOGUE_CONCLUDED);
  }
}
