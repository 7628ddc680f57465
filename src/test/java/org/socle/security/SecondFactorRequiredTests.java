package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;

/** Where the second factor is required of staff. */
@TestPropertySource(properties = "socle.security.second-factor=required")
class SecondFactorRequiredTests extends SignInTestSupport {

  @Test
  void opensNothingForStaffUntilTheyHaveOne() throws Exception {
    for (Role role : new Role[] {Role.COORDINATOR, Role.ADMINISTRATOR}) {
      String name = account(role);
      assertThat(attempt(name, PASSWORD).getResponse().getRedirectedUrl())
          .isEqualTo("/account/second-factor");
      MockHttpSession session = signIn(name);
      web.perform(get("/cases").session(session))
          .andExpect(redirectedUrl("/account/second-factor"));
      web.perform(get("/camunda/api/engine/engine/default/task").session(session))
          .andExpect(status().isForbidden());
      web.perform(get("/account/second-factor").session(session)).andExpect(status().isNotFound());
      web.perform(get("/api/cases").with(httpBasic(name, PASSWORD)))
          .andExpect(status().isForbidden());
    }
  }

  @Test
  void asksNothingOfOthers() throws Exception {
    assertThat(attempt(account(Role.STAKEHOLDER), PASSWORD).getResponse().getRedirectedUrl())
        .isEqualTo("/my-tasks");
  }
}
