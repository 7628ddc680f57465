package org.socle.security;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.TypedText;

/**
 * What a password that somebody chooses must be: long, and short enough that bcrypt looks at all of
 * it.
 */
public final class PasswordLength {

  /** Fewest bytes. */
  public static final int SHORTEST = 12;

  /** Most bytes; bcrypt takes no more. */
  public static final int LONGEST = 72;

  private PasswordLength() {}

  /** What is wrong with a password, if anything; the text never repeats it. */
  public static Optional<FieldError> wrong(String field, String password) {
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < SHORTEST) {
      return Optional.of(error(field, "signin.error.password-short", SHORTEST));
    }
    if (bytes > LONGEST) {
      return Optional.of(error(field, "signin.error.password-long", LONGEST));
    }
    return TypedText.clean(password, false)
        ? Optional.empty()
        : Optional.of(error(field, "error.control-characters"));
  }

  private static FieldError error(String field, String message, Object... arguments) {
    return new FieldError(field, message, List.of(arguments));
  }
}
