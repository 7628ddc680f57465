package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the settings of the provider must be before the program starts. */
class OidcPropertiesTests {

  private static final Map<String, String> GOOD =
      Map.of(
          "issuer", "https://login.example.org/realms/socle",
          "client-id", "socle",
          "client-secret", "secret",
          "roles[0].claim", "groups",
          "roles[0].value", "secretariat",
          "roles[0].role", "COORDINATOR",
          "roles[0].functions[0]", "secretariat@PHL");

  private static OidcProperties bound(Map<String, String> settings) {
    Map<String, String> named = new HashMap<>();
    settings.forEach((name, value) -> named.put(OidcProperties.PREFIX + "." + name, value));
    return new Binder(new MapConfigurationPropertySource(named))
        .bindOrCreate(OidcProperties.PREFIX, OidcProperties.class);
  }

  @Test
  void takesWhatIsComplete() {
    OidcProperties settings = bound(GOOD);
    assertThat(settings.audience()).isEqualTo("socle-api");
    assertThat(settings.name()).isEqualTo("OpenID Connect");
    assertThat(settings.roles())
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.grants())
                    .containsExactlyInAnyOrder(
                        new ProviderGrant(Role.COORDINATOR, null, null),
                        new ProviderGrant(Role.COORDINATOR, "secretariat", "PHL")));
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, http://login.example.org",
    "issuer, ''",
    "issuer, login",
    "issuer, https://user@login.example.org",
    "issuer, https://login.example.org/.well-known/openid-configuration",
    "client-id, ''",
    "client-secret, ''",
    "audience, socle",
    "audience, ''",
    "skew, 6m",
    "roles[0].claim, ''",
    "roles[0].value, ''",
    "roles[0].role, PRESIDENT",
    "roles[0].functions[0], secretariat",
    "roles[0].functions[0], chair@PHL",
    "roles[0].functions[0], nobody@PHL",
    "roles[0].functions[0], secretariat@ph",
    "roles[0].countries[0], ph"
  })
  void namesTheEntryThatIsWrong(String entry, String value) {
    Map<String, String> settings = new HashMap<>(GOOD);
    settings.put(entry, value);
    assertThatCode(() -> bound(settings))
        .hasStackTraceContaining(OidcProperties.PREFIX + "." + entry);
  }

  @Test
  void wantsATable() {
    Map<String, String> settings = new HashMap<>(GOOD);
    settings.keySet().removeIf(name -> name.startsWith("roles"));
    assertThatCode(() -> bound(settings))
        .hasStackTraceContaining(OidcProperties.PREFIX + ".roles: at least one entry");
  }
}
