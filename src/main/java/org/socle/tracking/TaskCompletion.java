package org.socle.tracking;

import java.util.Map;

/** Completes duties with a checked form; the engine is behind it. */
public interface TaskCompletion {

  /**
   * Completes a duty.
   *
   * @param dutyId id of the duty
   * @param values form values by field key, as typed
   * @param actor who completes it; must hold the duty's group or be its assigned staff
   * @throws InvalidFormException when a value is wrong, missing or not asked for; nothing is stored
   *     then
   * @throws DutyClosedException when the duty was answered, ended or never was the actor's
   */
  void complete(String dutyId, Map<String, ?> values, Actor actor);
}
