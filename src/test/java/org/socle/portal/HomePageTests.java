package org.socle.portal;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import org.junit.jupiter.api.Test;

class HomePageTests extends PageTestSupport {

  @Test
  void showsTheSignInPageWithItsMessages() throws Exception {
    mvc.perform(as(get("/login").param("error", "")))
        .andExpect(content().string(containsString("There is a problem")));
    mvc.perform(as(get("/login").param("signed-out", "")))
        .andExpect(content().string(containsString("You have signed out")));
  }
}
