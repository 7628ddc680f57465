package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's filter that adds a slash to an address would send a reader wherever it says. */
@ExtendWith(LiveEngine.class)
class EngineRedirectTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/camunda/app/tasklist/default",
        "//evil.example/..;/camunda/app/tasklist/default",
        "//evil.example/%2e%2e/camunda/app/tasklist",
        "/%2fevil.example/camunda/app/tasklist/default",
        "/\\evil.example/camunda/app/tasklist/default",
        "///evil.example/camunda/app",
        "/camunda/app//evil.example",
        "/camunda//evil.example",
        "/camunda/app/tasklist/default"
      })
  void redirectsNobodyToAnotherHost(String target) throws IOException {
    String answer = raw(target);
    assertThat(answer).startsWith("HTTP/1.1 ");
    assertThat(answer.lines().filter(line -> line.toLowerCase().startsWith("location:")))
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "(?i)location: (http://localhost:\\d+)?/(login|camunda/app/)[^/\\\\].*|(?i)location: (http://localhost:\\d+)?/login"));
  }

  private static String raw(String target) throws IOException {
    try (Socket socket = new Socket("localhost", LiveProgram.at("/").getPort())) {
      socket.setSoTimeout(20_000);
      String request =
          "GET "
              + target
              + " HTTP/1.1\r\nHost: localhost:"
              + LiveProgram.at("/").getPort()
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
