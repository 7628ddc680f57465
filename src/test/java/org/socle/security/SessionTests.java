package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;

/** How a session begins and ends. */
class SessionTests extends SignInTestSupport {

  private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

  @Autowired private Sessions sessions;

  @Test
  void givesTheSessionANewIdAtSignIn() throws Exception {
    String name = account(Role.COORDINATOR);
    MockHttpSession before = new MockHttpSession();
    String idBefore = before.getId();
    MvcResult landed =
        web.perform(
                post("/login")
                    .session(before)
                    .with(csrf())
                    .param("username", name)
                    .param("password", PASSWORD))
            .andExpect(redirectedUrl("/cases"))
            .andReturn();
    assertThat(landed.getRequest().getSession().getId()).isNotEqualTo(idBefore);
  }

  @Test
  void endsABusySessionAfterTwelveHours() throws Exception {
    clock.hold(START);
    MockHttpSession session = signIn(account(Role.COORDINATOR));
    for (int hour = 0; hour <= 12; hour++) {
      clock.hold(START.plus(Duration.ofHours(hour)));
      web.perform(get("/cases").session(session)).andExpect(status().isNotFound());
    }
    clock.hold(START.plus(Duration.ofHours(12)).plusSeconds(1));
    web.perform(get("/cases").session(session)).andExpect(status().isFound());
    assertThat(session.isInvalid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cases",
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/default/",
        "/camunda/app/admin/default/",
        "/camunda/api/engine/engine/default/task"
      })
  void endsEverySessionOfAnAccountAtOnce(String path) throws Exception {
    String name = account(Role.COORDINATOR, Role.ADMINISTRATOR);
    MockHttpSession one = signIn(name);
    MockHttpSession other = signIn(name);
    MockHttpSession stranger = signIn(account(Role.COORDINATOR, Role.ADMINISTRATOR));
    web.perform(get(path).session(one)).andExpect(status().isNotFound());

    sessions.endAll(id(name));

    int refused = path.startsWith("/camunda/api") ? 401 : 302;
    web.perform(get(path).session(one)).andExpect(status().is(refused));
    web.perform(get(path).session(other)).andExpect(status().is(refused));
    assertThat(one.isInvalid()).isTrue();
    web.perform(get(path).session(stranger)).andExpect(status().isNotFound());
    web.perform(get(path).session(signIn(name))).andExpect(status().isNotFound());
    web.perform(get("/api/cases").with(httpBasic(name, PASSWORD))).andExpect(status().isNotFound());
  }

  @Test
  void endsTheSessionsOfAClosedAccount() throws Exception {
    String name = account(Role.MANAGER);
    MockHttpSession session = signIn(name);
    accounts.close(id(name), "acc-admin");
    web.perform(get("/cases").session(session)).andExpect(status().isFound());
    assertThat(session.isInvalid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cases", "/camunda/app/cockpit/default/", "/camunda/app/admin/default/"})
  void signsOutOfEverythingInTheEnginesApplications(String path) throws Exception {
    MockHttpSession session = signIn(account(Role.COORDINATOR, Role.ADMINISTRATOR));
    web.perform(get(path).session(session)).andExpect(status().isNotFound());
    web.perform(post("/camunda/api/admin/auth/user/default/logout").session(session))
        .andExpect(status().isNoContent());
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void letsNothingButThePasswordPageThroughWhileAPasswordIsDue() throws Exception {
    String name = account(Role.COORDINATOR);
    MockHttpSession session = signIn(name);
    jdbc.sql("update account set password_due = true where id = ?").param(id(name)).update();
    for (String path : new String[] {"/", "/cases", "/camunda/app/tasklist/default/", "/request"}) {
      web.perform(get(path).session(session)).andExpect(redirectedUrl("/sign-in/password"));
    }
    web.perform(get("/camunda/api/engine/engine/default/task").session(session))
        .andExpect(status().isForbidden());
    web.perform(get("/api/cases").with(httpBasic(name, PASSWORD)))
        .andExpect(status().isForbidden());
    web.perform(get("/sign-in/password").session(session)).andExpect(status().isNotFound());
    web.perform(post("/logout").session(session).with(csrf()))
        .andExpect(redirectedUrl("/login?signed-out"));
  }
}
