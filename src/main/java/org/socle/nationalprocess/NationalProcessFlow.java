package org.socle.nationalprocess;

import java.util.Map;
import org.socle.tracking.Actor;

/**
 * Starts national processes; request page, API and case files use it, the Tasklist's start form
 * takes the same way.
 */
public interface NationalProcessFlow {

  /**
   * Starts a national process with the values of form {@code submit-request}.
   *
   * @return id of the new case
   * @throws org.socle.tracking.InvalidFormException when a value is wrong; nothing is stored then
   */
  String submitRequest(Map<String, ?> values, Actor actor);

  /**
   * Starts a national process under a case id that the caller made, in the caller's transaction if
   * there is one. When the case is marked as carried from a file of published facts, required
   * values may be absent.
   *
   * @param caseId a new UUID
   * @return the case id
   * @throws org.socle.tracking.InvalidFormException when a value is wrong; nothing is stored then
   */
  String submitRequest(String caseId, Map<String, ?> values, Actor actor);
}
