package org.socle.stakeholder;

/**
 * What a change of the seats does to whatever is being asked; each phase that asks seats implements
 * it for its own askings. Called in the transaction of the change, with the case's askings held.
 */
public interface SeatEffects {

  /** A seat takes part from now on, for the first time or again. */
  void joined(Seat seat, String actor);

  /** A seat takes part no longer: it was removed or declared vacant. */
  void left(Seat seat, String actor, String reason);
}
