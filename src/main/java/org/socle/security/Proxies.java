package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The machines whose word about a request counts, by their addresses. */
class Proxies {

  /** Request attribute: what a trusted proxy said the browser spoke; empty when it said nothing. */
  static final String SPOKEN = Proxies.class.getName() + ".spoken";

  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|(?=.*:)[0-9A-Fa-f:.]{2,45}(%\\w+)?");

  private final List<IpAddressMatcher> trusted;

  /**
   * Takes addresses and ranges such as {@code 10.0.0.0/8}; an {@link UnusableSettingException}
   * names one that is none.
   */
  Proxies(List<String> ranges) {
    trusted =
        ranges.stream()
            .map(String::strip)
            .filter(range -> !range.isEmpty())
            .map(Proxies::matcher)
            .toList();
  }

  private static IpAddressMatcher matcher(String range) {
    // A name would be looked up; only addresses say what they are.
    try {
      if (ADDRESS.matcher(range.replaceFirst("/\\d{1,3}$", "")).matches()) {
        return new IpAddressMatcher(range);
      }
    } catch (IllegalArgumentException e) {
      // Told below, with the setting's name.
    }
    throw new UnusableSettingException(
        "SOCLE_SECURITY_TRUSTEDPROXIES",
        range + " is no address and no range of addresses such as 10.0.0.0/8.");
  }

  /** Whether an address is one of a trusted proxy. */
  boolean trusts(String address) {
    return ADDRESS.matcher(address).matches()
        && trusted.stream().anyMatch(range -> range.matches(address));
  }

  /** Whether a request over plain http cannot have been read on its way by others. */
  boolean unread(HttpServletRequest request) {
    Object spoken = request.getAttribute(SPOKEN);
    if (spoken != null) {
      return !"http".equals(spoken);
    }
    String address = request.getRemoteAddr();
    return trusts(address) || loopback(address);
  }

  static boolean loopback(String address) {
    try {
      return ADDRESS.matcher(address).matches()
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
