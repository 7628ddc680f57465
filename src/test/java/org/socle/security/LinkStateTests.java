package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkStateTests {

  private static final Instant NOW = Instant.parse("2027-03-10T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "      ,       , false,  1, OPEN",
    "      ,       , false,  0, EXPIRED",
    "      ,       , false, -1, EXPIRED",
    "used  ,       , false,  1, USED",
    "used  ,       , false, -1, USED",
    "used  ,       , true ,  1, USED",
    "      , before, false,  1, REPLACED",
    "      , before, false, -1, REPLACED",
    "      ,       , true ,  1, CLOSED",
    "      , before, true ,  1, CLOSED"
  })
  void aLinkLivesOnceAndUntilItsEnd(
      @Nullable String used,
      @Nullable String replaced,
      boolean closed,
      int secondsLeft,
      LinkState expected) {
    assertThat(
            LinkState.of(
                used == null ? null : NOW,
                replaced == null ? null : NOW,
                closed,
                NOW.plusSeconds(secondsLeft),
                NOW))
        .isEqualTo(expected);
  }

  @Test
  void noLogLearnsAToken() {
    String path = LinkPurpose.INVITATION.path("s3cret-token_1");
    assertThat(path).isEqualTo("/account/invitation/s3cret-token_1");
    assertThat(LinkPurpose.withoutToken(path)).isEqualTo("/account/invitation/…");
    assertThat(LinkPurpose.withoutToken("/x/Account/Password/s3cret;a/b")).doesNotContain("s3cret");
    assertThat(LinkPurpose.withoutToken("/people/acc-1")).isEqualTo("/people/acc-1");
  }
}
