package org.socle.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Believes what a trusted proxy says about the browser's address, protocol and host, and nobody
 * else.
 *
 * <p>A valve, because the server's own session cookie is secure only when the server's own request
 * is. Tomcat's own valve takes regular expressions for addresses, and trusts every private one
 * unless told otherwise.
 */
class ForwardedValve extends ValveBase {

  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(:\\d{1,5})?");
  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|(?=.*:)[0-9A-Fa-f:.]{2,45}");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final Proxies proxies;

  ForwardedValve(Proxies proxies) {
    super(true);
    this.proxies = proxies;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (proxies.trusts(String.valueOf(request.getRemoteAddr()))) {
      Before before = Before.of(request);
      try {
        believe(request);
        getNext().invoke(request, response);
      } finally {
        // The server uses the same object for the next request of the connection.
        before.restore(request);
      }
    } else {
      getNext().invoke(request, response);
    }
  }

  private void believe(Request request) {
    String protocol = last(request, "X-Forwarded-Proto").toLowerCase(Locale.ROOT);
    boolean https = "https".equals(protocol);
    request.setAttribute(Proxies.SPOKEN, https || "http".equals(protocol) ? protocol : "");
    if (https) {
      request.setSecure(true);
      request.getCoyoteRequest().scheme().setString("https");
      request.getCoyoteRequest().setServerPort(HTTPS);
    }
    String host = last(request, "X-Forwarded-Host");
    if (HOST.matcher(host).matches()) {
      int port = host.startsWith("[") ? host.indexOf("]:") + 1 : host.indexOf(':');
      request.getCoyoteRequest().serverName().setString(port > 0 ? host.substring(0, port) : host);
      request
          .getCoyoteRequest()
          .setServerPort(
              port > 0 ? Integer.parseInt(host.substring(port + 1)) : https ? HTTPS : HTTP);
    }
    String browser = browser(request);
    if (browser != null) {
      request.setRemoteAddr(browser);
      request.setRemoteHost(browser);
    }
  }

  /** The last address that no trusted proxy has: those before it are the browser's own word. */
  private @Nullable String browser(Request request) {
    List<String> way =
        Collections.list(request.getHeaders("X-Forwarded-For")).stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .toList();
    for (int at = way.size() - 1; at >= 0; at--) {
      if (!ADDRESS.matcher(way.get(at)).matches()) {
        return null;
      }
      if (!proxies.trusts(way.get(at))) {
        return way.get(at);
      }
    }
    return null;
  }

  /** A proxy adds to what it finds; the last word is the one of the proxy that is trusted. */
  private static String last(Request request, String header) {
    List<String> lines = Collections.list(request.getHeaders(header));
    String line = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    return line.substring(line.lastIndexOf(',') + 1).strip();
  }

  /** What the connection itself says. */
  private record Before(
      String address, String host, boolean secure, String scheme, String server, int port) {

    static Before of(Request request) {
      return new Before(
          request.getRemoteAddr(),
          request.getRemoteHost(),
          request.isSecure(),
          String.valueOf(request.getCoyoteRequest().scheme()),
          String.valueOf(request.getCoyoteRequest().serverName()),
          request.getCoyoteRequest().getServerPort());
    }

    void restore(Request request) {
      request.setRemoteAddr(address);
      request.setRemoteHost(host);
      request.setSecure(secure);
      request.getCoyoteRequest().scheme().setString(scheme);
      request.getCoyoteRequest().serverName().setString(server);
      request.getCoyoteRequest().setServerPort(port);
    }
  }
}
