package org.socle.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.TypedText;

/** What is wrong with what was typed about a person. */
final class PersonCheck {

  private static final Pattern LOGIN_NAME = Pattern.compile("[a-z0-9.-]{2,60}");

  /** One address and nothing that a mail server could read as a second one or as a header. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@,;:<>()\\[\\]\\\\\"]+@[^\\s@,;:<>()\\[\\]\\\\\"]+\\.[^\\s@,;:<>()\\[\\]\\\\\"]+");

  private static final Set<String> LANGUAGES = Set.of("en", "fr", "es");
  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_EMAIL = 254;

  private PersonCheck() {}

  static List<FieldError> errors(NewPerson person) {
    List<FieldError> errors = new ArrayList<>();
    String name = person.displayName();
    if (!TypedText.clean(name, false)) {
      errors.add(error("displayName", "error.control-characters"));
    } else {
      TypedText.wrongOrMissing("displayName", name, LONGEST_NAME, "error.required")
          .ifPresent(errors::add);
    }
    if (!LOGIN_NAME.matcher(person.loginName()).matches()) {
      errors.add(error("loginName", "error.login-name"));
    }
    email(person.email()).ifPresent(errors::add);
    language(person.language()).ifPresent(errors::add);
    return errors;
  }

  static Optional<FieldError> email(String email) {
    if (email.isEmpty()) {
      return Optional.empty();
    }
    if (!TypedText.clean(email, false) || email.length() > LONGEST_EMAIL) {
      return Optional.of(error("email", "error.not-an-email"));
    }
    return EMAIL.matcher(email).matches()
        ? Optional.empty()
        : Optional.of(error("email", "error.not-an-email"));
  }

  static Optional<FieldError> language(String language) {
    return LANGUAGES.contains(language)
        ? Optional.empty()
        : Optional.of(error("language", "error.not-an-option"));
  }

  private static FieldError error(String field, String message) {
    return new FieldError(field, message, List.of());
  }
}
