package org.socle.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.socle.tracking.TypedText;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * After ten wrong passwords for a name within a minute, refuses the name for the rest of that
 * minute; after many failures from one address, refuses the address.
 */
@Component
class SignInThrottle {

  private static final int ATTEMPTS = 10;
  private static final int KEYS = 10_000;
  private static final int LONGEST_NAME = 60;
  private static final int NETWORK_BYTES = 8;
  private static final Duration SPAN = Duration.ofMinutes(1);

  private final FailureCounter byName;
  private final FailureCounter byAddress;

  SignInThrottle(Clock clock, SecurityProperties settings) {
    byName = new FailureCounter(clock, ATTEMPTS, SPAN, KEYS);
    byAddress =
        new FailureCounter(
            clock, settings.throttle().addressFailures(), settings.throttle().addressSpan(), KEYS);
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
    return byName.full(normal(loginName));
  }

  boolean refusesAddress(String address) {
    return byAddress.full(network(address));
  }

  /** Counts a wrong code or link, which is no wrong password of Spring's. */
  void failedFrom(String address) {
    byAddress.add(network(address));
  }

  @EventListener
  void failed(AbstractAuthenticationFailureEvent event) {
    if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
      failedFrom(details.getRemoteAddress());
    }
    if (event instanceof AuthenticationFailureBadCredentialsEvent
        && possible(event.getAuthentication().getName())) {
      byName.add(normal(event.getAuthentication().getName()));
    }
  }

  /** Whoever has one address of IPv6 has as many as they like in the same network. */
  private static String network(String address) {
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
