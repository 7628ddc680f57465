package org.socle.stakeholder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.InvalidFormException.FieldError;

/** Checks texts that staff type about seats. */
final class TypedText {

  static final int LONGEST_REASON = 1000;

  private TypedText() {}

  static void required(
      List<FieldError> errors, String field, @Nullable String text, int longest, String missing) {
    if (text == null || text.isBlank()) {
      errors.add(new FieldError(field, missing, List.of()));
    } else {
      optional(errors, field, text, longest);
    }
  }

  static void optional(List<FieldError> errors, String field, @Nullable String text, int longest) {
    if (text != null && text.length() > longest) {
      errors.add(new FieldError(field, "error.too-long", List.of(longest, text.length())));
    } else if (text != null && text.chars().anyMatch(TypedText::unprintable)) {
      errors.add(new FieldError(field, "error.control-characters", List.of()));
    }
  }

  private static boolean unprintable(int sign) {
    return Character.isISOControl(sign) && sign != '\n' && sign != '\t';
  }
}
