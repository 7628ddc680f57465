package org.socle.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * One line per event for whoever guards the installation: who, what, from where. It never holds a
 * password, a code, a token or what somebody wrote.
 */
@Component
public class SecurityLog {

  /** Name of the logger, by which a log keeper sends these lines to a place of their own. */
  public static final String LOGGER = "socle.security";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
  private static final int LONGEST = 200;

  /**
   * Writes one line.
   *
   * @param who account id of the person who acts, or null when it is not known
   * @param what what it is about: a route, an account id, names of roles; never a secret
   */
  public void write(SecurityEvent event, @Nullable String who, String what) {
    write(event, who, what, Map.of());
  }

  /** Writes one line with further facts, such as the reason of a refusal. */
  public void write(
      SecurityEvent event, @Nullable String who, String what, Map<String, String> facts) {
    StringBuilder line = new StringBuilder("event=").append(event.code());
    add(line, "who", who == null ? "-" : who);
    add(line, "what", what);
    add(line, "from", from());
    facts.forEach((name, value) -> add(line, name, value));
    LOG.atLevel(event.refusal() ? Level.WARN : Level.INFO).log(line.toString());
  }

  private static void add(StringBuilder line, String name, String value) {
    line.append(' ').append(name).append("=\"").append(oneLine(value)).append('"');
  }

  /** Nothing that a person sent may begin a line or a fact of its own. */
  private static String oneLine(String value) {
    String cut = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    return cut.codePoints()
        .map(sign -> plain(sign) ? sign : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean plain(int sign) {
    return sign != '"'
        && sign != '\\'
        && sign != 0x2028
        && sign != 0x2029
        && !Character.isISOControl(sign)
        && Character.getType(sign) != Character.FORMAT
        && Character.getType(sign) != Character.SURROGATE;
  }

  private static String from() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
        ? served.getRequest().getRemoteAddr()
        : "-";
  }
}
