package org.socle.setup;

import java.util.Comparator;
import java.util.List;
import org.socle.tracking.InvalidFormException.FieldError;

/** A country file that was refused, with every reason; nothing of it is stored. */
public class RefusedCountryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * One reason.
   *
   * @param line line of the file, from 1; 0 for the file as a whole
   */
  public record Problem(int line, FieldError error) {}

  private final transient List<Problem> problems;

  RefusedCountryException(List<Problem> problems) {
    super(problems.toString());
    this.problems =
        problems.stream().distinct().sorted(Comparator.comparingInt(Problem::line)).toList();
  }

  /** The reasons in the order of the file's lines. */
  public List<Problem> problems() {
    return problems;
  }
}
