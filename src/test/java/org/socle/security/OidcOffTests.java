package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.socle.api.LiveProgram;
import org.springframework.security.web.FilterChainProxy;

/** Without its profile nothing of the provider is in the program's doors. */
class OidcOffTests {

  @Test
  void leavesNothingOfTheProviderInAnyChain() {
    List<String> filters =
        LiveProgram.beans(FilterChainProxy.class).values().stream()
            .flatMap(proxy -> proxy.getFilterChains().stream())
            .flatMap(chain -> chain.getFilters().stream())
            .map(filter -> filter.getClass().getName())
            .toList();
    assertThat(filters)
        .hasSizeGreaterThan(30)
        .noneMatch(name -> name.contains("oauth2") || name.contains("Oidc"));
    assertThat(LiveProgram.beans(DoorAdditions.class)).isEmpty();
    assertThat(LiveProgram.beans(SignInProvider.class)).isEmpty();
    assertThat(LiveProgram.beans(OidcProperties.class)).isEmpty();
  }
}
