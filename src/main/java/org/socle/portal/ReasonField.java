package org.socle.portal;

import java.util.List;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.InvalidFormException.FieldError;

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
    if (reason.length() > LONGEST) {
      return List.of(new FieldError(KEY, "error.too-long", List.of(LONGEST, reason.length())));
    }
    return reason.chars().anyMatch(ReasonField::unprintable)
        ? List.of(new FieldError(KEY, "error.control-characters", List.of()))
        : List.of();
  }

  private static boolean unprintable(int sign) {
    return Character.isISOControl(sign) && sign != '\n' && sign != '\t';
  }
}
