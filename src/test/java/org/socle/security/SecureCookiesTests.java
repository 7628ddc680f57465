package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class SecureCookiesTests {

  @Test
  void keepsEveryCookieOnHttps() {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    SecureCookies secure = new SecureCookies(answer);
    secure.addHeader("Set-Cookie", "XSRF-TOKEN=abc; Path=/camunda");
    secure.addHeader("set-cookie", "socle-language=fr; Path=/; Secure; HttpOnly");
    secure.addHeader("X-Other", "a=b");
    secure.addCookie(new Cookie("other", "c"));
    assertThat(answer.getHeaders("Set-Cookie"))
        .hasSize(3)
        .allSatisfy(cookie -> assertThat(cookie).containsOnlyOnce("Secure"));
    assertThat(answer.getHeader("X-Other")).isEqualTo("a=b");
  }
}
