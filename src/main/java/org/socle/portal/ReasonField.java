package org.socle.portal;

import java.util.List;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.TypedText;

/** The reason that a person gives for an act on a case: required, of limited length, printable. */
final class ReasonField {

  static final String KEY = "reason";

  private static final int LONGEST = 1000;

  private ReasonField() {}

  /** The field with its label and its hint. */
  static Field of(String label, String hint) {
    return new Field("textarea", KEY, "", label, hint, true, LONGEST, null, null, List.of());
  }

  /** What is wrong with a reason, in the order of the checks; nothing when it can be stored. */
  static List<FieldError> check(String reason) {
    if (reason.isEmpty()) {
      return List.of(new FieldError(KEY, "error.required", List.of()));
    }
    return TypedText.wrong(KEY, reason, LONGEST).stream().toList();
  }
}
