package org.socle.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failures by key within a span of time, for as many keys as fit: keys are typed by anybody,
 * and the memory they take must end somewhere.
 */
final class FailureCounter {

  private final Clock clock;
  private final int limit;
  private final Duration span;
  private final Map<String, Failures> byKey;

  FailureCounter(Clock clock, int limit, Duration span, int keys) {
    this.clock = clock;
    this.limit = limit;
    this.span = span;
    this.byKey =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > keys;
          }
        };
  }

  /** Whether a key has failed as often as it may. */
  synchronized boolean full(String key) {
    Failures failures = byKey.get(key);
    return failures != null && failures.count >= limit && !over(failures);
  }

  /** Counts one failure; returns how many there are within the span. */
  synchronized int add(String key) {
    // Taken out and put in again, so that the key that was silent longest gives way.
    Failures before = byKey.remove(key);
    Failures now =
        before == null || over(before)
            ? new Failures(clock.instant(), 1)
            : new Failures(before.first, before.count + 1);
    byKey.put(key, now);
    return now.count;
  }

  synchronized void forget(String key) {
    byKey.remove(key);
  }

  synchronized int size() {
    return byKey.size();
  }

  private boolean over(Failures failures) {
    return clock.instant().isAfter(failures.first.plus(span));
  }

  private record Failures(Instant first, int count) {}
}
