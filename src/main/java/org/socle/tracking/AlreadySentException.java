package org.socle.tracking;

/** A key that was used before for other content; {@link #result()} is what came of that. */
public class AlreadySentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String result;

  public AlreadySentException(String result) {
    super("The key was used for other content");
    this.result = result;
  }

  /** Result of what was sent first. */
  public String result() {
    return result;
  }
}
