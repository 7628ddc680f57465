package org.socle.nationalprocess;

import java.util.Map;
import org.socle.tracking.Actor;

/** Starts national processes; request page, API and case files use it, the Tasklist's start form takes the same way. */
public interface NationalProcessFlow {

  /**
   * Starts a national process with the values of form {@code submit-request}.
   *
   * @return id of the new case
   * @throws org.socle.tracking.InvalidFormException when a value is wrong; nothing is stored then
   */
  String submitRequest(Map<String, ?> values, Actor actor);

  /**
   * Starts a national process under a case id that the caller has chosen, so that the case can be marked as carried from
   * published facts before its first step.
   *
   * @throws org.socle.tracking.InvalidFormException when a value is wrong; nothing is stored then
   */
  void submitRequest(String caseId, Map<String, ?> values, Actor actor);
}
