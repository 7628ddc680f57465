package org.socle.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The written table from the provider's claims to our roles; what it does not name grants nothing.
 */
class OidcRoleTable {

  private final List<OidcRoleRule> rules;

  OidcRoleTable(List<OidcRoleRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** What these claims grant. */
  Set<ProviderGrant> grants(Map<String, Object> claims) {
    Set<ProviderGrant> grants = new LinkedHashSet<>();
    for (OidcRoleRule rule : rules) {
      if (holds(at(claims, rule.claim()), rule.value())) {
        grants.addAll(rule.grants());
      }
    }
    return grants;
  }

  private static boolean holds(@Nullable Object claim, String value) {
    return claim instanceof Collection<?> several ? several.contains(value) : value.equals(claim);
  }

  /**
   * A name may hold dots itself, as those that are addresses do: the longest name that is there
   * wins.
   */
  private static @Nullable Object at(Map<?, ?> claims, String path) {
    if (claims.containsKey(path)) {
      return claims.get(path);
    }
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
        return at(inner, path.substring(dot + 1));
      }
    }
    return null;
  }
}
