package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpSession;

/** How a request travelled, and what its answer tells the browser. */
class TransportTests extends SignInTestSupport {

  private String name = "";

  @BeforeEach
  void somebody() {
    name = account(Role.COORDINATOR);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, false, 403",
    "2a00:1::7, false, 403",
    "192.0.2.7, true, 200",
    "127.0.0.1, false, 200",
    "127.9.9.9, false, 200",
    "0:0:0:0:0:0:0:1, false, 200",
    "10.20.30.40, false, 200",
    "11.0.0.1, false, 403",
    "2001:db8::9, false, 200"
  })
  void servesPlainHttpToThisMachineAndToTrustedProxiesAlone(
      String address, boolean https, int expected) throws Exception {
    web.perform(get("/actuator/health").secure(https).with(from(address)))
        .andExpect(status().is(expected));
  }

  @ParameterizedTest
  @CsvSource({"en, Use https", "fr, Utilisez https", "es, Use https"})
  void saysWhatToDoAboutPlainHttp(String language, String title) throws Exception {
    web.perform(get("/login").with(from("192.0.2.7")).header("Accept-Language", language))
        .andExpect(status().isForbidden())
        .andExpect(content().string(containsString("<h1>" + title + "</h1>")))
        .andExpect(content().string(containsString("SOCLE_SECURITY_TRUSTEDPROXIES")));
    web.perform(get("/api/cases").with(from("192.0.2.7")).with(httpBasic(name, PASSWORD)))
        .andExpect(status().isForbidden())
        .andExpect(content().string(containsString("urn:socle:problem:plain-http")));
  }

  @Test
  void logsWhoCameOverPlainHttp() throws Exception {
    try (LogLines lines = new LogLines(SecurityLog.LOGGER)) {
      web.perform(get("/login").with(from("192.0.2.7")));
      assertThat(lines.all())
          .singleElement()
          .asString()
          .startsWith("WARN event=refused who=\"-\" what=\"plain http\"")
          .endsWith("peer=\"192.0.2.7\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/64", "10.0.0", "10.0.0.0/x", "; drop"})
  void refusesToStartWithWhatIsNoAddress(String range) {
    assertThatThrownBy(() -> new Proxies(List.of("127.0.0.1", range)))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("SOCLE_SECURITY_TRUSTEDPROXIES")
        .hasMessageContaining(range);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cases", "/nowhere", "/sign-in/code"})
  void tellsTheBrowserWhatItMayDoWithAPage(String path) throws Exception {
    MockHttpSession session = signIn(name);
    web.perform(get(path).session(session).secure(true))
        .andExpect(
            header()
                .string(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                        + "frame-ancestors 'none'"))
        .andExpect(header().string("Referrer-Policy", "same-origin"))
        .andExpect(header().string("X-Frame-Options", "DENY"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Permissions-Policy", containsString("camera=()")))
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(header().string("Strict-Transport-Security", "max-age=31536000"));
    web.perform(get(path).session(session))
        .andExpect(header().doesNotExist("Strict-Transport-Security"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/camunda/app/cockpit/default/", "/camunda/api/engine/engine/default/x"})
  void givesTheEnginesPathItsOwnPolicyWithAFreshNonce(String path) throws Exception {
    MockHttpSession session = signIn(name);
    String first = policy(path, session);
    assertThat(first)
        .containsPattern("script-src 'nonce-[A-Za-z0-9_-]{27}' 'strict-dynamic' 'unsafe-eval';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("https:");
    assertThat(policy(path, session)).isNotEqualTo(first);
    web.perform(get(path).session(session).secure(true))
        .andExpect(header().string("Referrer-Policy", "same-origin"))
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(header().string("Strict-Transport-Security", "max-age=31536000"));
  }

  private String policy(String path, MockHttpSession session) throws Exception {
    return String.valueOf(
        web.perform(get(path).session(session))
            .andReturn()
            .getResponse()
            .getHeader("Content-Security-Policy"));
  }

  @Test
  void tellsProgramsToo() throws Exception {
    web.perform(get("/api/cases").secure(true).with(httpBasic(name, PASSWORD)))
        .andExpect(header().string("Strict-Transport-Security", "max-age=31536000"))
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"));
  }

  @Test
  void looksAtNoPasswordFromAnAddressThatSentFiftyWrongOnes() throws Exception {
    clock.hold(Instant.parse("2026-06-01T08:00:00Z"));
    for (int wrong = 0; wrong < 50; wrong++) {
      fails("nobody-" + wrong, wrong % 2 == 0 ? "10.1.1.1" : "2001:db8::" + wrong);
      fails("nobody-" + wrong, wrong % 2 == 0 ? "2001:db8::f:" + wrong : "10.1.1.1");
    }
    signsIn("10.1.1.1", "/login?too-many");
    signsIn("2001:db8::ffff", "/login?too-many");
    signsIn("10.1.1.2", "/cases");
    signsIn("2001:db8:0:1::1", "/cases");
    web.perform(get("/api/cases").with(from("10.1.1.1")).with(httpBasic(name, PASSWORD)))
        .andExpect(status().isTooManyRequests())
        .andExpect(content().string(containsString("urn:socle:problem:too-many")));
    clock.hold(Instant.parse("2026-06-01T08:10:01Z"));
    signsIn("10.1.1.1", "/cases");
  }

  private void fails(String who, String address) throws Exception {
    web.perform(
            post("/login")
                .with(from(address))
                .with(csrf())
                .param("username", who)
                .param("password", "wrong"))
        .andExpect(redirectedUrl("/login?error"));
  }

  private void signsIn(String address, String landing) throws Exception {
    web.perform(
            post("/login")
                .with(from(address))
                .with(csrf())
                .param("username", name)
                .param("password", PASSWORD))
        .andExpect(redirectedUrl(landing));
  }
}
