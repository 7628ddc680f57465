package org.socle.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.TypedText;

/**
 * What a password must be: long, and not what everybody tries first (NIST SP 800-63B); it need not
 * hold digits or signs.
 */
final class PasswordRule {

  private static final int SHORTEST = 12;

  /** What is longer bcrypt cuts off without a word; it counts bytes. */
  static final int LONGEST = 72;

  private static final Set<String> COMMON = common();

  private PasswordRule() {}

  /**
   * What is wrong with a new password, by field.
   *
   * @param repeat the same typed again
   * @param email address of the account, or empty
   */
  static List<FieldError> errors(String password, String repeat, String loginName, String email) {
    List<FieldError> errors = new ArrayList<>();
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    String plain = password.strip().toLowerCase(Locale.ROOT);
    if (password.isEmpty()) {
      errors.add(error("password", "error.required"));
    } else if (!TypedText.clean(password, false)) {
      errors.add(error("password", "error.control-characters"));
    } else if (bytes < SHORTEST) {
      errors.add(error("password", "error.password-short"));
    } else if (bytes > LONGEST) {
      errors.add(error("password", "error.password-long"));
    } else if (own(plain, loginName, email)) {
      errors.add(error("password", "error.password-own-name"));
    } else if (COMMON.contains(plain)) {
      errors.add(error("password", "error.password-common"));
    }
    if (errors.isEmpty() && !password.equals(repeat)) {
      errors.add(error("repeat", "error.password-repeat"));
    }
    return errors;
  }

  private static boolean own(String plain, String loginName, String email) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    return plain.equals(loginName)
        || !address.isEmpty() && (plain.equals(address) || plain.equals(address.split("@", 2)[0]));
  }

  private static FieldError error(String field, String message) {
    return new FieldError(field, message, List.of());
  }

  private static Set<String> common() {
    InputStream list =
        Objects.requireNonNull(PasswordRule.class.getResourceAsStream("common-passwords.txt"));
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
