package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table from claims to roles. */
class OidcRoleTableTests {

  private static boolean granted(String path, Map<String, Object> claims) {
    OidcRoleRule rule = new OidcRoleRule(path, "yes", Role.AUDITOR, List.of(), List.of());
    return !new OidcRoleTable(List.of(rule)).grants(claims).isEmpty();
  }

  @Test
  void findsAValueAtItsPath() {
    assertThat(granted("groups", Map.of("groups", List.of("no", "yes")))).isTrue();
    assertThat(granted("groups", Map.of("groups", "yes"))).isTrue();
    assertThat(granted("a.b.c", Map.of("a", Map.of("b", Map.of("c", List.of("yes")))))).isTrue();
    assertThat(granted("https://example.org/roles", Map.of("https://example.org/roles", "yes")))
        .isTrue();
    assertThat(
            granted(
                "resource_access.app.example.org.roles",
                Map.of(
                    "resource_access", Map.of("app.example.org", Map.of("roles", List.of("yes"))))))
        .isTrue();
  }

  @Test
  void findsNothingBesideIt() {
    assertThat(granted("groups", Map.of())).isFalse();
    assertThat(granted("groups", Map.of("groups", "yes no"))).isFalse();
    assertThat(granted("groups", Map.of("groups", List.of("Yes", "yes ", 1)))).isFalse();
    assertThat(granted("groups", Map.of("groups", Map.of("yes", true)))).isFalse();
    assertThat(granted("a.b", Map.of("a", "b"))).isFalse();
    assertThat(granted("a.b", Map.of("b", "yes"))).isFalse();
  }
}
