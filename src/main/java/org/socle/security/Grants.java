package org.socle.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an account may do.
 *
 * @param roles doors
 * @param functions functions by country
 * @param countries ISO 3166 alpha-3 codes of the countries the account may see
 * @param agencies lower-case codes of the UN agencies the account acts for
 */
public record Grants(
    Set<Role> roles,
    Map<String, Set<Function>> functions,
    Set<String> countries,
    Set<String> agencies) {

  public Grants {
    roles = Set.copyOf(roles);
    functions = Map.copyOf(functions);
    countries = Set.copyOf(countries);
    agencies = Set.copyOf(agencies);
  }

  /** What evidence keeps of it, always in the same order. */
  Map<String, Object> facts() {
    List<Map<String, Object>> held = new ArrayList<>();
    new TreeMap<>(functions)
        .forEach(
            (country, these) ->
                these.stream()
                    .map(Function::group)
                    .sorted()
                    .forEach(
                        group ->
                            held.add(
                                new TreeMap<>(Map.of("country", country, "function", group)))));
    Map<String, Object> facts = new TreeMap<>();
    facts.put("roles", roles.stream().map(Enum::name).sorted().toList());
    facts.put("functions", held);
    facts.put("countries", countries.stream().sorted().toList());
    facts.put("agencies", agencies.stream().sorted().toList());
    return facts;
  }
}
