package org.socle.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.TypedText;

/**
 * Who the first administrator is to be.
 *
 * @param loginName name used at sign-in
 * @param displayName name that others read
 * @param email address, or empty
 * @param language en, fr or es
 * @param password 12 to 72 bytes
 */
public record FirstAdministrator(
    String loginName, String displayName, String email, String language, String password) {

  private static final Pattern LOGIN_NAME = Pattern.compile("[a-z0-9.-]{2,60}");
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_ADDRESS = 254;
  private static final Set<String> LANGUAGES = Set.of("en", "fr", "es");

  /** Refuses what cannot be an account, and names every field that is wrong. */
  public void check() {
    List<FieldError> errors = new ArrayList<>();
    if (!LOGIN_NAME.matcher(loginName).matches()) {
      errors.add(error("loginName", "signin.error.login-name"));
    }
    TypedText.wrongOrMissing("displayName", displayName, LONGEST_NAME, "error.required")
        .ifPresent(errors::add);
    if (!email.isEmpty()
        && (email.length() > LONGEST_ADDRESS
            || !ADDRESS.matcher(email).matches()
            || !TypedText.clean(email, false))) {
      errors.add(error("email", "signin.error.email"));
    }
    if (!LANGUAGES.contains(language)) {
      errors.add(error("language", "error.not-an-option"));
    }
    errors.addAll(PasswordRule.errors(password, password, loginName, email));
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
  }

  NewAccount account() {
    return new NewAccount(
        loginName,
        displayName.strip(),
        email,
        language,
        password,
        Set.of(Role.ADMINISTRATOR),
        Map.of(),
        Set.of(),
        Set.of());
  }

  /** Without the password: records print all they hold. */
  @Override
  public String toString() {
    return loginName;
  }

  private static FieldError error(String field, String message) {
    return new FieldError(field, message, List.of());
  }
}
