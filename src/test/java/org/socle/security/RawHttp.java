package org.socle.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** HTTP as an attacker writes it, byte for byte, from any address of this machine. */
final class RawHttp {

  private static final int PATIENCE_MS = 30_000;

  private RawHttp() {}

  /** Sends a GET and reads the answer to its end. */
  static Answer get(int port, String from, String path, String... headers) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
      socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MS);
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: localhost:"
              + port
              + "\r\nConnection: close\r\n"
              + String.join("", Arrays.stream(headers).map(line -> line + "\r\n").toList())
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return Answer.of(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
    }
  }

  /** What came back. */
  record Answer(int status, List<String> headers, String body) {

    static Answer of(String text) {
      int end = text.indexOf("\r\n\r\n");
      List<String> lines = List.of(text.substring(0, end).split("\r\n"));
      return new Answer(
          Integer.parseInt(lines.get(0).split(" ")[1]),
          lines.subList(1, lines.size()),
          text.substring(end + 4));
    }

    /** Value of a header, or nothing. */
    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse("");
    }
  }
}
