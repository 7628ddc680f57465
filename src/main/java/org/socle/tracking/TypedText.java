package org.socle.tracking;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.InvalidFormException.FieldError;

/** What every text that somebody typed must be, whichever door it came through. */
public final class TypedText {

  private static final int UNREADABLE = 0xFFFD;

  private TypedText() {}

  /** What is wrong with a text of several lines: too long, or signs that cannot be kept. */
  public static Optional<FieldError> wrong(String field, @Nullable String text, int longest) {
    if (text == null) {
      return Optional.empty();
    }
    if (!clean(text, true)) {
      return Optional.of(new FieldError(field, "error.control-characters", List.of()));
    }
    int length = text.codePointCount(0, text.length());
    return length > longest
        ? Optional.of(new FieldError(field, "error.too-long", List.of(longest, length)))
        : Optional.empty();
  }

  /**
   * Whether a text holds only what can be kept and shown: PostgreSQL refuses NUL and lone
   * surrogates, a replacement sign stands for bytes that were no text, and other control characters
   * spoil mails and exports.
   *
   * @param lines whether line ends and tabs may stand in it
   */
  public static boolean clean(String text, boolean lines) {
    return text.codePoints().allMatch(point -> plain(point, lines));
  }

  private static boolean plain(int point, boolean lines) {
    if (Character.isISOControl(point)) {
      return lines && (point == '\n' || point == '\t');
    }
    boolean nothing = (point & 0xFFFE) == 0xFFFE;
    return !nothing && point != UNREADABLE && Character.getType(point) != Character.SURROGATE;
  }
}
