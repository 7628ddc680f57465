package org.socle.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Lets something be asked a few times within a span for each key; the memory it takes ends. */
final class AskingLimit {

  private static final int KEYS = 10_000;

  private final Clock clock;
  private final int most;
  private final Duration span;
  private final Map<String, Asked> byKey = new HashMap<>();

  private record Asked(Instant first, int count) {}

  AskingLimit(Clock clock, int most, Duration span) {
    this.clock = clock;
    this.most = most;
    this.span = span;
  }

  /** Counts one more; false when it is one too many. */
  synchronized boolean allows(String key) {
    Instant now = clock.instant();
    if (byKey.size() >= KEYS) {
      byKey.values().removeIf(asked -> over(asked, now));
    }
    Asked before = byKey.get(key);
    if (before == null && byKey.size() >= KEYS) {
      return false;
    }
    Asked after =
        before == null || over(before, now)
            ? new Asked(now, 1)
            : new Asked(before.first(), before.count() + 1);
    byKey.put(key, after);
    return after.count() <= most;
  }

  private boolean over(Asked asked, Instant now) {
    return !now.isBefore(asked.first().plus(span));
  }
}
