package org.socle.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** How long the relay waits before it tries again, and how long it goes on trying. */
@Component
class Patience {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final Duration end;
  private final Clock clock;

  Patience(NotificationProperties settings, Clock clock) {
    this.end = settings.giveUpAfter();
    this.clock = clock;
  }

  /** Whether what was put in then is given up when it fails now. */
  boolean over(Instant since) {
    return !clock.instant().isBefore(since.plus(end));
  }

  /** When to try again after so many attempts. */
  Instant next(int attempts) {
    return clock.instant().plus(pause(attempts));
  }

  /** Four times longer after each attempt, and up to a tenth more, so that not all come at once. */
  static Duration pause(int attempts) {
    long pause = FIRST_PAUSE.toMillis() << Math.min(20, 2 * (attempts - 1));
    long limited = Math.min(pause, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(limited + ThreadLocalRandom.current().nextLong(limited / 10 + 1));
  }
}
