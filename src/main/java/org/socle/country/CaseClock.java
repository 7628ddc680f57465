package org.socle.country;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one injected clock: the system's time, or a moment held by a replay, a training run or a
 * test.
 */
@Component
public class CaseClock extends Clock {

  private final AtomicReference<@Nullable Instant> held = new AtomicReference<>();

  /** Holds the clock at the given moment until it is moved again or released. */
  public void hold(Instant moment) {
    held.set(moment);
  }

  /** Lets the system's time run again. */
  public void release() {
    held.set(null);
  }

  @Override
  public Instant instant() {
    Instant moment = held.get();
    return moment != null ? moment : Instant.now();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    CaseClock origin = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return origin.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return origin.withZone(other);
      }
    };
  }
}
