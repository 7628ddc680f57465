package org.socle.tracking;

/** Claims of staff on duties of others; {@code workflow} implements it. */
public interface Claims {

  /**
   * Claims an open duty for a member of staff who wants to enter an answer for its owner.
   *
   * @throws DutyClosedException when it is not open, or claimed by somebody else ({@code claimed})
   */
  void claim(String dutyId, Actor actor);

  /** Releases the claim on a task; does nothing when the task has ended. */
  void release(String taskId);
}
