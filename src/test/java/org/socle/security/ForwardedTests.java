package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.socle.operation.TestDatabase;
import org.socle.security.RawHttp.Answer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A real server behind a proxy, and beside one that nobody trusts. */
@SpringBootTest(
    classes = DoorsTests.Slice.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "socle.demo=true",
      "socle.security.allow-plain-http=false",
      "socle.security.trusted-proxies=127.0.0.2,127.0.0.3"
    })
class ForwardedTests {

  private static final String PROXY = "127.0.0.2";
  private static final String STRANGER = "127.0.0.9";
  private static final String HTTPS = "X-Forwarded-Proto: https";

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
  }

  private Answer get(String from, String path, String... headers) throws IOException {
    return RawHttp.get(port, from, path, headers);
  }

  @Test
  void believesTheProxyThatIsTrusted() throws Exception {
    Answer answer = get(PROXY, "/cases", HTTPS, "X-Forwarded-Host: socle.example.org");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("https://socle.example.org/login");
    assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    assertThat(answer.header("Set-Cookie"))
        .startsWith("JSESSIONID=")
        .contains("; Secure", "; HttpOnly", "; SameSite=Lax");
  }

  @Test
  void ignoresWhatAnybodyElseSays() throws Exception {
    Answer answer = get(STRANGER, "/cases", HTTPS, "X-Forwarded-Host: evil.example");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("http://localhost:" + port + "/login");
    assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    assertThat(answer.header("Set-Cookie"))
        .contains("; HttpOnly", "; SameSite=Lax")
        .doesNotContain("Secure");
  }

  @Test
  void forgetsTheProxysWordWithTheRequest() throws Exception {
    for (int turn = 0; turn < 20; turn++) {
      get(PROXY, "/cases", HTTPS, "X-Forwarded-Host: socle.example.org");
      assertThat(get(STRANGER, "/cases").header("Location"))
          .isEqualTo("http://localhost:" + port + "/login");
    }
  }

  @Test
  void refusesABrowserThatSpokePlainHttpToTheProxy() throws Exception {
    Answer answer = get(PROXY, "/login", "X-Forwarded-Proto: http");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("<h1>Use https</h1>");
    assertThat(get(PROXY, "/login", "X-Forwarded-Proto: https, http").status()).isEqualTo(403);
    assertThat(get(PROXY, "/actuator/health").status()).isEqualTo(200);
  }

  @Test
  void takesTheLastAddressThatNoProxyHas() throws Exception {
    try (LogLines lines = new LogLines(SecurityLog.LOGGER)) {
      get(PROXY, "/api/cases", HTTPS, "X-Forwarded-For: 127.0.0.1, 203.0.113.9, 127.0.0.3");
      get(
          PROXY,
          "/api/cases",
          HTTPS,
          "X-Forwarded-For: 198.51.100.1",
          "X-Forwarded-For: 2001:db8::7");
      get(PROXY, "/api/cases", HTTPS, "X-Forwarded-For: 203.0.113.9, \"><script>");
      get(STRANGER, "/api/cases", "X-Forwarded-For: 203.0.113.9");
      assertThat(lines.all())
          .extracting(line -> line.replaceFirst(".* from=\"([^\"]*)\".*", "$1"))
          .containsExactly("203.0.113.9", "2001:db8::7", PROXY, STRANGER);
    }
  }

  @Test
  void takesNoHostThatIsNone() throws Exception {
    for (String host : new String[] {"evil.example/x", "a b", "\"", "host:port", "[::1]x"}) {
      assertThat(get(PROXY, "/cases", HTTPS, "X-Forwarded-Host: " + host).header("Location"))
          .isEqualTo("https://localhost/login");
    }
    assertThat(get(PROXY, "/cases", HTTPS, "X-Forwarded-Host: [::1]:8443").header("Location"))
        .isEqualTo("https://[::1]:8443/login");
  }
}
