package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.socle.country.CaseClock;

class FailureCounterTests {

  private final CaseClock clock = new CaseClock();

  @Test
  void isFullAtItsLimitUntilTheSpanIsOver() {
    clock.hold(Instant.parse("2026-06-01T08:00:00Z"));
    FailureCounter counter = new FailureCounter(clock, 2, Duration.ofMinutes(1), 10);
    counter.add("a");
    assertThat(counter.full("a")).isFalse();
    counter.add("a");
    assertThat(counter.full("a")).isTrue();
    assertThat(counter.full("b")).isFalse();
    clock.hold(Instant.parse("2026-06-01T08:01:01Z"));
    assertThat(counter.full("a")).isFalse();
    assertThat(counter.add("a")).isEqualTo(1);
  }

  @Test
  void keepsNoMoreKeysThanFitAndDropsTheOneSilentLongest() {
    FailureCounter counter = new FailureCounter(clock, 2, Duration.ofMinutes(1), 100);
    counter.add("first");
    counter.add("first");
    counter.add("second");
    counter.add("second");
    counter.add("first");
    for (int other = 0; other < 99; other++) {
      counter.add("other-" + other);
    }
    assertThat(counter.size()).isEqualTo(100);
    assertThat(counter.full("first")).isTrue();
    assertThat(counter.full("second")).isFalse();
  }
}
