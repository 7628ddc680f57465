package org.socle.security;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.socle.tracking.Actor;
import org.socle.tracking.InvalidFormException.FieldError;

/** Who may give which role, function and country to whom (decision record 0023). */
public final class Granting {

  private static final Set<Role> OF_COORDINATORS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR)));

  private Granting() {}

  /** Roles that somebody may give and take; empty for those who may give none. */
  public static Set<Role> roles(Actor granter) {
    if (administers(granter)) {
      return EnumSet.allOf(Role.class);
    }
    return coordinates(granter) ? OF_COORDINATORS : Set.of();
  }

  /** Whether somebody may know that an account exists: it works in one of their countries. */
  public static boolean sees(Actor granter, Set<String> countries) {
    return administers(granter)
        || coordinates(granter) && !Collections.disjoint(granter.countries(), countries);
  }

  /** Whether somebody may invite, remind, close and change an account that holds this. */
  public static boolean actsOn(Actor granter, Grants held) {
    return administers(granter)
        || coordinates(granter)
            && OF_COORDINATORS.containsAll(held.roles())
            && !held.countries().isEmpty()
            && granter.countries().containsAll(held.countries());
  }

  /**
   * What is wrong with a change, by field: {@code role-}, {@code country-}, {@code function-} and
   * {@code agency-} with their codes.
   *
   * @param accountId account to be changed, empty for a new one
   * @param before what it holds; nothing for a new account
   * @param lastAdministrator whether no other open account is an administrator
   */
  static List<FieldError> errors(
      Actor granter, String accountId, Grants before, Grants after, boolean lastAdministrator) {
    List<FieldError> errors = new ArrayList<>(whole(after));
    boolean own = granter.accountId().equals(accountId);
    if (own && !administers(granter)) {
      errors.add(error("", "error.own-grants"));
      return errors;
    }
    for (Role role : Role.values()) {
      boolean taken = before.roles().contains(role) && !after.roles().contains(role);
      boolean given = !before.roles().contains(role) && after.roles().contains(role);
      if ((taken || given) && !roles(granter).contains(role)) {
        errors.add(error("role-" + role, "error.role-not-yours"));
      } else if (taken && own) {
        errors.add(error("role-" + role, "error.own-role"));
      } else if (taken && role == Role.ADMINISTRATOR && lastAdministrator) {
        errors.add(error("role-" + role, "error.last-administrator"));
      }
    }
    if (!administers(granter)) {
      after.countries().stream()
          .filter(country -> !granter.countries().contains(country))
          .sorted()
          .forEach(country -> errors.add(error("country-" + country, "error.country-not-yours")));
    }
    return errors;
  }

  /** Why an account cannot be closed; empty when it can. */
  static List<FieldError> closing(Actor granter, String accountId, boolean lastAdministrator) {
    if (granter.accountId().equals(accountId)) {
      return List.of(error("", "error.own-account"));
    }
    return lastAdministrator ? List.of(error("", "error.last-administrator")) : List.of();
  }

  // Whatever somebody may give, it must fit together.
  private static List<FieldError> whole(Grants after) {
    List<FieldError> errors = new ArrayList<>();
    if (after.roles().isEmpty()) {
      errors.add(error("role-" + Role.values()[0], "error.role-needed"));
    }
    boolean everywhere = after.roles().equals(Set.of(Role.ADMINISTRATOR));
    if (after.countries().isEmpty() && !everywhere) {
      errors.add(error("country", "error.country-missing"));
    }
    new TreeMap<>(after.functions())
        .forEach((country, held) -> errors.addAll(functions(after, country, held)));
    if (!after.agencies().isEmpty() && !after.roles().contains(Role.STAKEHOLDER)) {
      after.agencies().stream()
          .sorted()
          .forEach(agency -> errors.add(error("agency-" + agency, "error.function-needs-role")));
    }
    return errors;
  }

  private static List<FieldError> functions(Grants after, String country, Set<Function> held) {
    List<FieldError> errors = new ArrayList<>();
    held.stream()
        .sorted()
        .forEach(
            function -> {
              String field = "function-" + country + "-" + function.group();
              if (!after.countries().contains(country)) {
                errors.add(error(field, "error.function-needs-country"));
              } else if (!after.roles().contains(function.role())) {
                errors.add(error(field, "error.function-needs-role"));
              }
            });
    return errors;
  }

  private static boolean administers(Actor granter) {
    return granter.groups().contains(Role.ADMINISTRATOR.group());
  }

  private static boolean coordinates(Actor granter) {
    return granter.groups().contains(Role.COORDINATOR.group());
  }

  private static FieldError error(String field, String message) {
    return new FieldError(field, message, List.of());
  }

  /** Nothing, as a new account holds before it is made. */
  static Grants nothing() {
    return new Grants(Set.of(), Map.of(), Set.of(), Set.of());
  }
}
