package org.socle.casefile;

/**
 * One reason why a case file is refused.
 *
 * @param line line of the file, from 1; 0 for the file as a whole
 * @param reason what is wrong and what is expected
 */
public record Problem(int line, String reason) {

  @Override
  public String toString() {
    return line == 0 ? reason : "line " + line + ": " + reason;
  }
}
