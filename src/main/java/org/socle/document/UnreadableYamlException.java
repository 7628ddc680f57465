package org.socle.document;

/** A file that is no plain YAML document within its limits. */
public class UnreadableYamlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why it cannot be read. */
  public enum Reason {
    TOO_LARGE,
    EMPTY,
    NOT_TEXT,
    NOT_YAML,
    ANCHOR,
    TOO_DEEP
  }

  private final Reason reason;
  private final int line;
  private final String detail;

  UnreadableYamlException(Reason reason, int line, String detail) {
    super(reason + " at line " + line);
    this.reason = reason;
    this.line = line;
    this.detail = detail;
  }

  /** Why it cannot be read. */
  public Reason reason() {
    return reason;
  }

  /** The line, from 1; 0 for the file as a whole. */
  public int line() {
    return line;
  }

  /** What the reader of YAML says, in English, or the limit; empty when there is nothing to add. */
  public String detail() {
    return detail;
  }
}
