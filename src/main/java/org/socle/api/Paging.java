package org.socle.api;

import java.util.ArrayList;
import java.util.List;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;

/** Which part of a list is asked for. */
record Paging(int page, int size) {

  static final int LAST_PAGE = 1_000_000;
  static final int LONGEST_PAGE = 200;

  /** The page, or a refusal that names each wrong parameter. */
  static Paging of(int page, int size) {
    List<FieldError> errors = new ArrayList<>();
    if (page < 0 || page > LAST_PAGE) {
      errors.add(new FieldError("page", "error.range", List.of("0", "" + LAST_PAGE)));
    }
    if (size < 1 || size > LONGEST_PAGE) {
      errors.add(new FieldError("size", "error.range", List.of("1", "" + LONGEST_PAGE)));
    }
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
    return new Paging(page, size);
  }

  long offset() {
    return (long) page * size;
  }
}
