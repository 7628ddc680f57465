package org.socle.portal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.socle.security.Function;
import org.socle.security.Grants;
import org.socle.security.Role;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;

/** Reads what was ticked on a form about a person; what the form did not offer is refused. */
final class PersonTicks {

  private static final String COUNTRY = "country";

  private final Set<Role> roles = EnumSet.noneOf(Role.class);
  private final Map<String, Set<Function>> functions = new HashMap<>();
  private final Set<String> countries = new TreeSet<>();
  private final Set<String> agencies = new TreeSet<>();
  private final List<FieldError> errors = new ArrayList<>();

  private PersonTicks() {}

  /**
   * What the account may do when it is as ticked.
   *
   * @param typed posted values; the country chosen in a list counts as ticked
   * @param known codes of the countries that may be named
   * @param offered codes of the agencies that may be named
   * @throws InvalidFormException naming each box that was not offered
   */
  static Grants read(Map<String, String> typed, Set<String> known, Set<String> offered) {
    PersonTicks ticks = new PersonTicks();
    new TreeMap<>(typed).forEach((key, value) -> ticks.take(key, value, known, offered));
    if (!ticks.errors.isEmpty()) {
      throw new InvalidFormException(ticks.errors);
    }
    return new Grants(ticks.roles, ticks.functions, ticks.countries, ticks.agencies);
  }

  private void take(String key, String value, Set<String> known, Set<String> offered) {
    if (key.equals(COUNTRY)) {
      if (!value.isEmpty()) {
        take(key, known.contains(value) ? Optional.of(value) : Optional.empty(), countries);
      }
      return;
    }
    String code = key.substring(key.indexOf('-') + 1);
    if (Stream.of("role-", "country-", "function-", "agency-").noneMatch(key::startsWith)
        || value.isEmpty()) {
      return;
    }
    if (!"true".equals(value)) {
      wrong(key, "error.not-a-tick");
    } else if (key.startsWith("role-")) {
      take(
          key,
          Stream.of(Role.values()).filter(role -> role.name().equals(code)).findFirst(),
          roles);
    } else if (key.startsWith("country-")) {
      take(key, Optional.of(code).filter(known::contains), countries);
    } else if (key.startsWith("agency-")) {
      take(key, Optional.of(code).filter(offered::contains), agencies);
    } else {
      function(key, code, known);
    }
  }

  private void function(String key, String code, Set<String> known) {
    int cut = code.indexOf('-');
    String country = cut < 0 ? "" : code.substring(0, cut);
    Optional<Function> function = Function.ofGroup(code.substring(cut + 1));
    // Without a country it is refused together with whatever else is wrong.
    if (!country.isEmpty() && !known.contains(country) || function.isEmpty()) {
      wrong(key, "error.not-an-option");
    } else {
      functions
          .computeIfAbsent(country, held -> EnumSet.noneOf(Function.class))
          .add(function.get());
    }
  }

  private <T> void take(String key, Optional<T> found, Set<T> into) {
    found.ifPresentOrElse(into::add, () -> wrong(key, "error.not-an-option"));
  }

  private void wrong(String key, String message) {
    errors.add(new FieldError(key, message, List.of()));
  }

  /**
   * The values of a form with one list of functions, as if each function had been ticked for the
   * country that was chosen.
   */
  static Map<String, String> forCountry(Map<String, String> typed) {
    String country = typed.getOrDefault(COUNTRY, "");
    Map<String, String> all = new HashMap<>();
    typed.forEach(
        (key, value) -> {
          String code = key.substring(key.indexOf('-') + 1);
          boolean function = key.startsWith("function-") && Function.ofGroup(code).isPresent();
          all.put(function ? "function-" + country + "-" + code : key, value);
        });
    return all;
  }

  /** What is wrong, by the fields of a form with one list of functions. */
  static List<FieldError> ofCountry(List<FieldError> errors, String country) {
    return errors.stream()
        .map(
            error -> {
              String field = error.field();
              if (field.equals("country-" + country)) {
                field = COUNTRY;
              } else if (field.startsWith("function-" + country + "-")) {
                field = "function-" + field.substring(("function-" + country + "-").length());
              }
              return new FieldError(field, error.message(), error.arguments());
            })
        .toList();
  }
}
