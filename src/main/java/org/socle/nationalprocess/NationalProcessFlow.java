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
}
