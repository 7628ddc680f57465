package org.socle.stakeholder;

/** A change that cannot be made to a seat (any more); {@link #state()} says why. */
public class SeatClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String state;

  SeatClosedException(String seatId, String state) {
    super("Seat " + seatId + " cannot be changed: " + state);
    this.state = state;
  }

  /**
   * {@code not-running} when the case is suspended or closed, {@code removed}, {@code sitting} when
   * it never left, {@code vacant} or {@code unknown}.
   */
  public String state() {
    return state;
  }
}
