package org.socle.security;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * What makes an account.
 *
 * @param loginName name used at sign-in, 2 to 60 of a-z, 0-9, dot and hyphen
 * @param displayName name that others read
 * @param email address, or empty
 * @param language en, fr or es
 * @param password 8 characters to 72 bytes, stored as a bcrypt hash only
 * @param roles doors
 * @param functions functions by country; each country must be among the countries
 * @param countries ISO 3166 alpha-3 codes of the countries the account may see
 * @param agencies lower-case codes of the UN agencies the account acts for
 */
public record NewAccount(
    String loginName,
    String displayName,
    String email,
    String language,
    String password,
    Set<Role> roles,
    Map<String, Set<Function>> functions,
    Set<String> countries,
    Set<String> agencies) {

  public NewAccount {
    require(
        loginName.matches("[a-z0-9.-]{2,60}"), "loginName: 2 to 60 of a-z, 0-9, dot and hyphen");
    require(
        !displayName.isBlank() && displayName.length() <= 160, "displayName: 1 to 160 characters");
    require(email.length() <= 254, "email: at most 254 characters");
    require(Set.of("en", "fr", "es").contains(language), "language: en, fr or es");
    require(
        password.length() >= 8
            && password.getBytes(StandardCharsets.UTF_8).length <= PasswordRule.LONGEST,
        "password: 8 characters to 72 bytes");
    require(!roles.isEmpty(), "roles: at least one");
    require(
        countries.containsAll(functions.keySet()), "functions: only in countries of the account");
    for (Set<Function> held : functions.values()) {
      held.forEach(
          function ->
              require(roles.contains(function.role()), "functions: need role " + function.role()));
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
