package org.socle.tracking;

import java.util.Map;

/**
 * Gives a task's card words for the ids it carries; never a person's name, since the engine stores
 * them.
 */
public interface DutyLabels {

  /**
   * Words for the card of one task.
   *
   * @param ids ids that the task carries, such as {@code seatId}
   */
  Labels of(String caseId, Map<String, String> ids);

  /**
   * Words on a card.
   *
   * @param caseReference reference of the case, such as {@code SPF-PHL-2014-001}, or empty
   * @param institution name of the institution that owes the task, or empty
   */
  record Labels(String caseReference, String institution) {}
}
