package org.socle.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.TypedText;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.stereotype.Component;

/**
 * After ten wrong passwords for a name within a minute, refuses the name for the rest of that
 * minute.
 */
@Component
class SignInThrottle {

  private static final int ATTEMPTS = 10;
  private static final int NAMES = 10_000;
  private static final int LONGEST_NAME = 60;
  private static final Duration SPAN = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, Failures> byName = new ConcurrentHashMap<>();

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Name as it is compared: without spaces around it, in lower case. */
  static String normal(String loginName) {
    return loginName.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether an account can have such a name; anything else is neither looked up nor kept. */
  static boolean possible(String loginName) {
    return loginName.length() <= LONGEST_NAME && TypedText.clean(loginName, false);
  }

  boolean refuses(String loginName) {
    Failures failures = byName.get(normal(loginName));
    return failures != null && failures.count() >= ATTEMPTS && !failures.over(clock.instant());
  }

  @EventListener
  void failed(AuthenticationFailureBadCredentialsEvent event) {
    if (!possible(event.getAuthentication().getName())) {
      return;
    }
    Instant now = clock.instant();
    // Names are typed by anybody; the memory they take must end somewhere.
    if (byName.size() >= NAMES) {
      byName.values().removeIf(failures -> failures.over(now));
    }
    byName.compute(
        normal(event.getAuthentication().getName()), (name, before) -> Failures.next(before, now));
  }

  private record Failures(Instant first, int count) {

    static Failures next(@Nullable Failures before, Instant now) {
      return before == null || before.over(now)
          ? new Failures(now, 1)
          : new Failures(before.first, before.count + 1);
    }

    boolean over(Instant now) {
      return now.isAfter(first.plus(SPAN));
    }
  }
}
