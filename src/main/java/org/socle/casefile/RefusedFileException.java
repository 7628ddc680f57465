package org.socle.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A case file that was refused, with every reason; nothing of it is stored. */
public class RefusedFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public RefusedFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems =
        problems.stream().distinct().sorted(Comparator.comparingInt(Problem::line)).toList();
  }

  /** The reasons in the order of the file's lines. */
  public List<Problem> problems() {
    return problems;
  }
}
