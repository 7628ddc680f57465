package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socle.security.SecondFactors.State;
import org.socle.tracking.InvalidFormException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;

/** A code after the password: nothing opens before it, and none counts twice. */
class SecondFactorTests extends SignInTestSupport {

  private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

  @Autowired private SecondFactors factors;
  @Autowired private SecondFactorTable table;
  private String name = "";
  private String id = "";
  private List<String> recovery = List.of();

  @BeforeEach
  void enrol() {
    clock.hold(START);
    name = account(Role.COORDINATOR, Role.ADMINISTRATOR);
    id = id(name);
    factors.start(id);
    recovery = factors.confirm(id, code(0));
    later(60);
  }

  private void later(int seconds) {
    clock.hold(clock.instant().plusSeconds(seconds));
  }

  private String code(int steps) {
    return Totp.code(table.secret(id).orElseThrow(), Totp.step(clock.instant()) + steps);
  }

  private MvcResult give(MockHttpSession session, String code) throws Exception {
    return web.perform(post("/sign-in/code").session(session).with(csrf()).param("code", code))
        .andReturn();
  }

  private String answer(MockHttpSession session, String code) throws Exception {
    return String.valueOf(give(session, code).getResponse().getRedirectedUrl());
  }

  @Test
  void opensNothingBeforeTheCode() throws Exception {
    MvcResult landed = attempt(name, PASSWORD);
    assertThat(landed.getResponse().getRedirectedUrl()).isEqualTo("/sign-in/code");
    MockHttpSession session = (MockHttpSession) landed.getRequest().getSession();
    for (String path :
        List.of(
            "/",
            "/cases",
            "/account/second-factor",
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/")) {
      web.perform(get(path).session(session)).andExpect(redirectedUrl("/sign-in/code"));
    }
    web.perform(get("/camunda/api/engine/engine/default/task").session(session))
        .andExpect(status().isForbidden());

    String idBefore = session.getId();
    assertThat(answer(session, code(0))).isEqualTo("/cases");
    assertThat(session.getId()).isNotEqualTo(idBefore);
    web.perform(get("/cases").session(session)).andExpect(status().isNotFound());
    web.perform(get("/camunda/app/tasklist/default/").session(session))
        .andExpect(status().isNotFound());
    assertThat(answer(session, code(1))).isEqualTo("/");
  }

  @Test
  void opensThePageThatWasAskedForAfterTheCode() throws Exception {
    MockHttpSession session = new MockHttpSession();
    web.perform(get("/cases/c1/seats").session(session)).andExpect(status().isFound());
    web.perform(
            post("/login")
                .session(session)
                .with(csrf())
                .param("username", name)
                .param("password", PASSWORD))
        .andExpect(redirectedUrl("/sign-in/code"));
    assertThat(answer(session, code(0))).contains("/cases/c1/seats");
  }

  @Test
  void takesACodeOnceWithinOneStepOfNow() throws Exception {
    MockHttpSession first = signIn(name);
    MockHttpSession second = signIn(name);
    String now = code(0);
    assertThat(answer(first, now)).isEqualTo("/cases");
    assertThat(answer(second, now)).isEqualTo("/sign-in/code?error");
    assertThat(answer(second, code(-1))).isEqualTo("/sign-in/code?error");
    assertThat(answer(second, code(2))).isEqualTo("/sign-in/code?error");
    String next = code(1);
    assertThat(answer(second, next.substring(0, 3) + " " + next.substring(3))).isEqualTo("/cases");
  }

  @Test
  void endsTheSignInAfterFiveWrongCodes() throws Exception {
    MockHttpSession session = signIn(name);
    for (int wrong = 0; wrong < 4; wrong++) {
      assertThat(answer(session, "000000x")).isEqualTo("/sign-in/code?error");
    }
    assertThat(answer(session, "")).isEqualTo("/login?codes");
    assertThat(session.isInvalid()).isTrue();

    MockHttpSession again = signIn(name);
    assertThat(answer(again, code(0))).isEqualTo("/login?codes");
    later(601);
    assertThat(answer(signIn(name), code(0))).isEqualTo("/cases");
  }

  @Test
  void takesEachRecoveryCodeOnce() throws Exception {
    assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    assertThat(
            jdbc.sql("select code_hash from account_recovery_code where account_id = ?")
                .param(id)
                .query(String.class)
                .list())
        .hasSize(10)
        .doesNotContainAnyElementsOf(recovery);
    String typed = recovery.get(0).toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1-");
    assertThat(answer(signIn(name), typed)).isEqualTo("/cases");
    assertThat(answer(signIn(name), typed)).isEqualTo("/sign-in/code?error");
    assertThat(factors.recoveryCodesLeft(id)).isEqualTo(9);
  }

  @Test
  void keepsTheSecretEncrypted() {
    byte[] kept =
        jdbc.sql("select secret from account_second_factor where account_id = ?")
            .param(id)
            .query(byte[].class)
            .single();
    assertThat(kept).hasSize(12 + Totp.SECRET_BYTES + 16);
    assertThat(table.secret(id).orElseThrow()).hasSize(Totp.SECRET_BYTES);
    assertThat(factors.keyToLearn(id)).isEmpty();
  }

  @Test
  void refusesProgramsThatHaveAPasswordAlone() throws Exception {
    web.perform(get("/api/cases").with(httpBasic(name, PASSWORD)))
        .andExpect(status().isForbidden())
        .andExpect(content().string(containsString("urn:socle:problem:second-factor")))
        .andExpect(content().string(containsString("account for programs")));
    web.perform(get("/api/cases").with(httpBasic(name, "wrong")))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void isTurnedOffWithACodeAndEndsTheSessions() throws Exception {
    MockHttpSession session = signIn(name);
    answer(session, code(0));
    assertThatThrownBy(() -> factors.remove(id, "123")).isInstanceOf(InvalidFormException.class);
    assertThat(factors.state(id)).isEqualTo(State.ON);

    factors.remove(id, code(1));

    assertThat(factors.state(id)).isEqualTo(State.OFF);
    web.perform(get("/cases").session(session)).andExpect(status().isFound());
    assertThat(attempt(name, PASSWORD).getResponse().getRedirectedUrl()).isEqualTo("/cases");
    assertThat(evidence.actions)
        .contains("account.second-factor-on " + id, "account.second-factor-off " + id);
  }

  @Test
  void isResetByAnAdministrator() throws Exception {
    factors.reset(id, "acc-admin");
    assertThat(factors.state(id)).isEqualTo(State.OFF);
    assertThat(factors.recoveryCodesLeft(id)).isZero();
    assertThat(attempt(name, PASSWORD).getResponse().getRedirectedUrl()).isEqualTo("/cases");
    assertThat(evidence.actions).contains("account.second-factor-reset " + id);
  }

  @Test
  void isOfferedToStaffAlone() {
    String stakeholder = id(account(Role.STAKEHOLDER, Role.MANAGER, Role.AUDITOR));
    assertThat(factors.offered(stakeholder)).isFalse();
    factors.start(stakeholder);
    assertThat(factors.state(stakeholder)).isEqualTo(State.OFF);
    assertThat(factors.offered(id(account(Role.COORDINATOR)))).isTrue();
    assertThat(factors.offered(id(account(Role.ADMINISTRATOR)))).isTrue();
  }

  @Test
  void asksForNoCodeUntilTheFirstOneWasRight() throws Exception {
    String other = account(Role.COORDINATOR);
    factors.start(id(other));
    assertThatThrownBy(() -> factors.confirm(id(other), "000000x"))
        .isInstanceOf(InvalidFormException.class);
    assertThat(attempt(other, PASSWORD).getResponse().getRedirectedUrl()).isEqualTo("/cases");
    assertThat(factors.keyToLearn(id(other)))
        .hasValueSatisfying(key -> assertThat(key).hasSize(32));
  }
}
