package org.socle.security;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/** What the doors of pages, of programs and of the engine have in common. */
@Component
class EveryDoor {

  private final SessionRules rules;
  private final Problems problems;
  private final SignInThrottle throttle;
  private final SecurityLog log;
  private final CodeFilter.Desk codes;

  EveryDoor(
      SessionRules rules,
      Problems problems,
      SignInThrottle throttle,
      SecurityLog log,
      CodeFilter.Desk codes) {
    this.rules = rules;
    this.problems = problems;
    this.throttle = throttle;
    this.log = log;
    this.codes = codes;
  }

  AccessFilter access() {
    return new AccessFilter(rules, problems);
  }

  AddressFilter addresses() {
    return new AddressFilter(throttle, problems, log);
  }

  LandingHandler landing() {
    return new LandingHandler(rules);
  }

  CodeFilter codes() {
    return new CodeFilter(codes, landing());
  }

  /** Nothing that a door shows is kept by a browser or on the way, and nobody frames it. */
  static void headers(HeadersConfigurer<HttpSecurity> headers, HeaderWriter writer) {
    headers.defaultsDisabled().cacheControl(Customizer.withDefaults()).addHeaderWriter(writer);
  }
}
