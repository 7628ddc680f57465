package org.socle.tracking;

/** A duty that cannot be answered (any more) by this person; {@link #state()} says why. */
public class DutyClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String state;

  public DutyClosedException(String dutyId, String state) {
    super("Duty " + dutyId + " cannot be answered: " + state);
    this.state = state;
  }

  /**
   * State of the duty ({@code answered}, {@code stopped}, {@code silent}, {@code cancelled}), or
   * {@code not-yours} or {@code unknown}.
   */
  public String state() {
    return state;
  }
}
