package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AskingLimitTests {

  private static final Instant START = Instant.parse("2027-03-10T10:00:00Z");

  private final Clock clock = mock(Clock.class);
  private final AskingLimit limit = new AskingLimit(clock, 3, Duration.ofHours(1));

  private boolean at(String key, int minute) {
    when(clock.instant()).thenReturn(START.plus(Duration.ofMinutes(minute)));
    return limit.allows(key);
  }

  @Test
  void allowsAFewWithinTheSpanForEachKey() {
    assertThat(at("a", 0)).isTrue();
    assertThat(at("a", 10)).isTrue();
    assertThat(at("a", 20)).isTrue();
    assertThat(at("a", 59)).isFalse();
    assertThat(at("b", 59)).isTrue();
    assertThat(at("a", 60)).isTrue();
  }

  @Test
  void keepsNoMoreThanItCanHold() {
    for (int key = 0; key < 10_000; key++) {
      assertThat(at("key-" + key, 0)).isTrue();
    }
    assertThat(at("one-more", 1)).isFalse();
    assertThat(at("one-more", 61)).isTrue();
  }
}
