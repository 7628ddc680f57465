package org.socle.security;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One entry of the table from claims to roles.
 *
 * @param claim path of the claim, such as {@code groups} or {@code realm_access.roles}
 * @param value what the claim must be or hold
 * @param role the role that is granted
 * @param functions functions of that role as {@code function@country}, such as {@code
 *     secretariat@PHL}
 * @param countries ISO 3166 alpha-3 codes of the countries that may be seen, besides those of the
 *     functions
 */
record OidcRoleRule(
    @DefaultValue("") String claim,
    @DefaultValue("") String value,
    @Nullable Role role,
    @DefaultValue List<String> functions,
    @DefaultValue List<String> countries) {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

  /** What is wrong with an entry: which of its fields, and what it wants. */
  record Fault(String field, String wanted) {}

  Optional<Fault> fault() {
    if (claim.isBlank()) {
      return Optional.of(new Fault("claim", "the path of a claim"));
    }
    if (value.isBlank()) {
      return Optional.of(new Fault("value", "what the claim must hold"));
    }
    if (role == null) {
      return Optional.of(new Fault("role", "one of " + List.of(Role.values())));
    }
    for (int i = 0; i < functions.size(); i++) {
      if (!possible(functions.get(i), role)) {
        return Optional.of(new Fault("functions[" + i + "]", wanted(role)));
      }
    }
    for (int i = 0; i < countries.size(); i++) {
      if (!COUNTRY.matcher(countries.get(i)).matches()) {
        return Optional.of(new Fault("countries[" + i + "]", "three capital letters, such as PHL"));
      }
    }
    return Optional.empty();
  }

  /** The grants of the entry. */
  Set<ProviderGrant> grants() {
    Set<ProviderGrant> grants = new LinkedHashSet<>();
    if (role != null) {
      Role granted = role;
      grants.add(new ProviderGrant(granted, null, null));
      countries.forEach(country -> grants.add(new ProviderGrant(granted, null, country)));
      functions.forEach(
          each -> grants.add(new ProviderGrant(granted, before(each), country(each))));
    }
    return grants;
  }

  private static boolean possible(String function, Role role) {
    return COUNTRY.matcher(country(function)).matches()
        && Function.ofGroup(before(function)).filter(known -> known.role() == role).isPresent();
  }

  private static String wanted(Role role) {
    List<String> functions =
        java.util.Arrays.stream(Function.values())
            .filter(function -> function.role() == role)
            .map(Function::group)
            .toList();
    return "function@country with a function of " + role + ": " + functions;
  }

  private static String before(String function) {
    int at = function.indexOf('@');
    return at < 0 ? "" : function.substring(0, at);
  }

  private static String country(String function) {
    return function.substring(function.indexOf('@') + 1);
  }
}
