package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** Programs that bring a token of the provider to {@code /api}. */
class OidcBearerTests extends OidcTestSupport {

  private MockHttpServletResponse asked(String token) throws Exception {
    return web.perform(get("/api/cases").header("Authorization", "Bearer " + token))
        .andReturn()
        .getResponse();
  }

  private static Map<String, Object> claims(String subject, Map<String, Object> more) {
    return PROVIDER.claims(LoopbackProvider.AUDIENCE, subject, more);
  }

  private void refused(String token, String what) throws Exception {
    MockHttpServletResponse answer = asked(token);
    assertThat(answer.getStatus()).as(what).isEqualTo(401);
    assertThat(answer.getContentType()).as(what).startsWith("application/problem+json");
    assertThat(answer.getHeader("WWW-Authenticate"))
        .as(what)
        .isEqualTo("Bearer realm=\"Socle\", error=\"invalid_token\"");
    assertThat(answer.getContentAsString()).as(what).contains("urn:socle:problem:unauthorized");
  }

  @Test
  void opensTheDoorThatTheGrantsOpen() throws Exception {
    String token = PROVIDER.signed(claims("program", roles("coordinator")));
    assertThat(asked(token).getStatus()).as("an open door without a page").isEqualTo(404);
    assertThat(directory.groupsOf(accountOf("program"))).contains("role-coordinator");
    web.perform(get("/api/cases/x/evidence").header("Authorization", "Bearer " + token))
        .andExpect(status().isNotFound());
    web.perform(get("/api/elsewhere").header("Authorization", "Bearer " + token))
        .andExpect(status().isForbidden());
  }

  @Test
  void knowsTheSameAccountAsTheBrowser() throws Exception {
    signIn("two-doors", roles("coordinator"));
    String before = accountOf("two-doors");
    asked(PROVIDER.signed(claims("two-doors", roles("coordinator"))));
    assertThat(accountOf("two-doors")).isEqualTo(before);
  }

  @Test
  void refusesWhatIsNotATokenForThisDoor() throws Exception {
    Map<String, Object> good = claims("bad", roles("coordinator"));
    refused("coordinator", "a name");
    refused("a.b.c", "no token");
    refused(PROVIDER.unsigned(good), "not signed");
    refused(PROVIDER.signedWithThePublicKey(good), "signed with the public key");
    refused(PROVIDER.signedByAnother(good), "signed by somebody else");
    refused(PROVIDER.signed(with(good, "aud", List.of("another"))), "for somebody else");
    refused(PROVIDER.signed(with(good, "aud", "")), "for nobody");
    refused(PROVIDER.signed(with(good, "aud", List.of("socle"))), "the token of a sign-in");
    refused(PROVIDER.signed(with(good, "iss", "https://example.org")), "of another issuer");
    refused(PROVIDER.signed(with(good, "exp", past(31))), "over");
    refused(PROVIDER.signed(with(good, "nbf", past(-60))), "not yet");
    Map<String, Object> endless = new java.util.HashMap<>(good);
    endless.remove("exp");
    refused(PROVIDER.signed(endless), "without an end");
    assertThat(known("bad")).isFalse();
  }

  @Test
  void bearsWithAClockThatIsALittleAhead() throws Exception {
    Map<String, Object> over = with(claims("late", roles("coordinator")), "iat", past(300));
    String token = PROVIDER.signed(with(over, "exp", past(10)));
    assertThat(asked(token).getStatus()).isEqualTo(404);
  }

  private static Date past(int seconds) {
    return Date.from(Instant.now().minusSeconds(seconds));
  }

  @Test
  void refusesWhomNothingGrantsARole() throws Exception {
    MockHttpServletResponse answer = asked(PROVIDER.signed(claims("stranger", roles("visitor"))));
    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getContentAsString()).contains("urn:socle:problem:forbidden");
    assertThat(known("stranger")).isFalse();
  }

  @Test
  void letsATokenOfBeforeGiveBackNothing() throws Exception {
    String old = PROVIDER.signed(with(claims("demoted", roles("coordinator")), "iat", past(20)));
    asked(old);
    signIn("demoted", Map.of("groups", List.of("auditors")));

    assertThat(asked(old).getStatus()).isEqualTo(404);
    assertThat(directory.groupsOf(accountOf("demoted"))).containsExactly("role-auditor");
  }

  @Test
  void writesNothingWhenTheSameTokenComesAgain() throws Exception {
    String token = PROVIDER.signed(claims("again", roles("coordinator")));
    asked(token);
    String row = "select xmin::text from account_identity where subject = 'again'";
    String before = jdbc.sql(row).query(String.class).single();
    asked(token);
    assertThat(jdbc.sql(row).query(String.class).single()).isEqualTo(before);
  }

  @Test
  void asksForEitherAndStillTakesAPassword() throws Exception {
    MockHttpServletResponse answer = web.perform(get("/api/cases")).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getHeaders("WWW-Authenticate"))
        .containsExactly("Basic realm=\"Socle\", charset=\"UTF-8\"", "Bearer realm=\"Socle\"");
    web.perform(get("/api/cases").with(httpBasic("coordinator", SampleAccounts.PASSWORD)))
        .andExpect(status().isNotFound());
  }

  @Test
  void takesATokenFromTheHeaderAlone() throws Exception {
    String token = PROVIDER.signed(claims("in-query", roles("coordinator")));
    web.perform(get("/api/cases").param("access_token", token))
        .andExpect(status().isUnauthorized());
    assertThat(known("in-query")).isFalse();
  }

  @Test
  void writesNoTokenToTheLog() throws Exception {
    String token = PROVIDER.signed(with(claims("quiet", roles("coordinator")), "exp", past(99)));
    try (LogLines lines = new LogLines(SecurityLog.LOGGER)) {
      asked(token);
      asked("coordinator");
      assertThat(lines.all())
          .anyMatch(
              line -> line.contains("event=sign-in-refused") && line.contains("invalid_token"))
          .noneMatch(line -> line.contains(token.substring(0, 10)) || line.contains("coordinator"));
    }
    web.perform(get("/api/cases").with(httpBasic("coordinator", SampleAccounts.PASSWORD)))
        .andExpect(status().isNotFound());
  }
}
