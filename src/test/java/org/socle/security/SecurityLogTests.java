package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class SecurityLogTests {

  private final SecurityLog log = new SecurityLog();
  private final LogLines lines = new LogLines(SecurityLog.LOGGER);

  @BeforeEach
  void from() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("192.0.2.7");
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }

  @AfterEach
  void leave() {
    RequestContextHolder.resetRequestAttributes();
    lines.close();
  }

  @Test
  void tellsWhoDidWhatFromWhere() {
    log.write(SecurityEvent.ROLES_CHANGED, "acc-1", "acc-2", Map.of("now", "MANAGER"));
    assertThat(lines.all())
        .containsExactly(
            "INFO event=roles-changed who=\"acc-1\" what=\"acc-2\" from=\"192.0.2.7\" now=\"MANAGER\"");
  }

  @Test
  void warnsOfRefusalsAndKnowsNobodyByNoName() {
    log.write(SecurityEvent.REFUSED, null, "POST /x 403");
    assertThat(lines.all())
        .containsExactly("WARN event=refused who=\"-\" what=\"POST /x 403\" from=\"192.0.2.7\"");
  }

  @Test
  void letsNobodyBeginALineOrAFactOfHisOwn() {
    log.write(
        SecurityEvent.REFUSED,
        "a\" event=\"x",
        "GET /a\r\nevent=b\u2028c\u202Ed" + "e".repeat(300));
    assertThat(lines.all().get(0))
        .contains("who=\"a? event=?x\"", "what=\"GET /a??event=b?c?de")
        .doesNotContain("\n", "\r")
        .hasSizeLessThan(300);
  }
}
