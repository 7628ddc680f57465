package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** An installation without accounts is closed. */
@TestPropertySource(properties = "socle.test=a database that nobody else uses")
class NotSetUpTests extends SignInTestSupport {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/cases",
        "/nowhere",
        "/camunda/app/tasklist/default/",
        "/camunda/api/engine/engine/default/task"
      })
  void isClosedUntilThereIsAnAdministrator(String path) throws Exception {
    web.perform(get(path).header("Accept-Language", "fr"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(content().string(containsString("pas encore en service")))
        .andExpect(content().string(containsString("<html lang=\"fr\">")))
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(header().exists("Content-Security-Policy"));
  }

  @Test
  void closesTheDoorOfProgramsAndTheEnginesOwnSetUpToo() throws Exception {
    web.perform(get("/api/cases"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
        .andExpect(content().string(containsString("urn:socle:problem:not-set-up")));
    web.perform(post("/camunda/api/admin/setup/default/user/create").content("{}"))
        .andExpect(status().isForbidden());
    assertThat(accounts.any()).isFalse();
  }

  @Test
  void leavesFilesHealthAndTheLinksOwnPageOpen() throws Exception {
    web.perform(get("/actuator/health")).andExpect(status().isOk());
    web.perform(get("/css/no-such.css")).andExpect(status().isNotFound());
    web.perform(get("/setup/x")).andExpect(status().isNotFound());
  }
}
