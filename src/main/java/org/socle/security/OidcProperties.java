package org.socle.security;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider through which people sign in, and what its claims grant.
 *
 * @param name how the provider is called on the sign-in page
 * @param issuer address that the provider names itself by
 * @param clientId name of this program at the provider
 * @param clientSecret secret of this program at the provider
 * @param audience what tokens for {@code /api} must be made for; never the client id, which every
 *     token of a sign-in is made for
 * @param skew how far the provider's clock and ours may differ
 * @param roles which claim grants what
 */
@ConfigurationProperties(OidcProperties.PREFIX)
record OidcProperties(
    @DefaultValue("") String name,
    @DefaultValue("") String issuer,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("socle-api") String audience,
    @DefaultValue("30s") Duration skew,
    @DefaultValue List<OidcRoleRule> roles) {

  static final String PREFIX = "socle.security.oidc";

  private static final Duration LONGEST_SKEW = Duration.ofMinutes(5);
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  OidcProperties {
    name = name.isBlank() ? "OpenID Connect" : name.strip();
    require(
        trusted(issuer),
        "issuer",
        "an https address (http on this machine only), no slash at its end");
    require(!clientId.isBlank(), "client-id", "the name of this program at the provider");
    require(!clientSecret.isBlank(), "client-secret", "the secret of this program at the provider");
    require(
        !audience.isBlank() && !audience.equals(clientId),
        "audience",
        "a name other than client-id");
    require(
        !skew.isNegative() && skew.compareTo(LONGEST_SKEW) <= 0, "skew", "at most five minutes");
    require(!roles.isEmpty(), "roles", "at least one entry; without one nobody can sign in");
    for (int i = 0; i < roles.size(); i++) {
      String entry = "roles[" + i + "].";
      roles
          .get(i)
          .fault()
          .ifPresent(fault -> require(false, entry + fault.field(), fault.wanted()));
    }
  }

  /** Scheme, host and port of the provider. */
  String origin() {
    URI address = URI.create(issuer);
    return address.getScheme() + "://" + address.getAuthority();
  }

  private static boolean trusted(String issuer) {
    try {
      URI address = new URI(issuer);
      boolean here = address.getHost() != null && THIS_MACHINE.contains(address.getHost());
      return address.getHost() != null
          && address.getUserInfo() == null
          && !issuer.endsWith("/.well-known/openid-configuration")
          && ("https".equals(address.getScheme()) || here && "http".equals(address.getScheme()));
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  private static void require(boolean kept, String field, String wanted) {
    if (!kept) {
      throw new IllegalArgumentException(PREFIX + "." + field + ": " + wanted);
    }
  }
}
