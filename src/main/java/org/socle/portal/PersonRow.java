package org.socle.portal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.security.Function;
import org.socle.security.Grants;
import org.socle.security.Role;

/**
 * A person as lists and pages show it.
 *
 * @param email address, or empty
 * @param state OPEN, INVITED or CLOSED
 * @param roles codes with commas between them; so are functions as {@code country:group}, countries
 *     and agencies
 * @param institutions acronyms of the institutions in running cases, or null
 */
record PersonRow(
    String id,
    String loginName,
    String displayName,
    String email,
    String language,
    String state,
    String roles,
    String functions,
    String countries,
    String agencies,
    @Nullable String institutions) {

  public List<String> roleCodes() {
    return split(roles);
  }

  public List<String> countryCodes() {
    return split(countries);
  }

  public List<String> agencyCodes() {
    return split(agencies);
  }

  /** Groups of the functions in a country. */
  public List<String> functionsIn(String country) {
    return split(functions).stream()
        .filter(held -> held.startsWith(country + ":"))
        .map(held -> held.substring(country.length() + 1))
        .toList();
  }

  /** Groups of the functions in any of the countries, each once. */
  public Set<String> functionGroups(Set<String> shown) {
    Set<String> groups = new LinkedHashSet<>();
    countryCodes().stream()
        .filter(shown::contains)
        .forEach(country -> groups.addAll(functionsIn(country)));
    return groups;
  }

  /** What the account may do. */
  Grants grants() {
    Set<Role> held = EnumSet.noneOf(Role.class);
    roleCodes().forEach(role -> held.add(Role.valueOf(role)));
    Map<String, Set<Function>> byCountry = new HashMap<>();
    for (String country : countryCodes()) {
      Set<Function> these = EnumSet.noneOf(Function.class);
      functionsIn(country).forEach(group -> Function.ofGroup(group).ifPresent(these::add));
      if (!these.isEmpty()) {
        byCountry.put(country, these);
      }
    }
    return new Grants(held, byCountry, Set.copyOf(countryCodes()), Set.copyOf(agencyCodes()));
  }

  private static List<String> split(String codes) {
    return codes.isEmpty() ? List.of() : Arrays.asList(codes.split(","));
  }
}
