package org.socle.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the doors.
 *
 * @param allowPlainHttp whether passwords of programs are taken over plain http from other
 *     machines, as behind a proxy that ends TLS
 * @param input what one request may bring as JSON
 * @param links how long one-time links are good for
 */
@ConfigurationProperties("socle.security")
record SecurityProperties(boolean allowPlainHttp, Input input, Links links) {

  /**
   * Limits of JSON.
   *
   * @param longestBody longest body
   * @param longestText longest text in it, in characters
   * @param deepestNesting how deep objects and lists may stand in each other
   * @param longestNumber longest number in it, in digits
   */
  record Input(DataSize longestBody, int longestText, int deepestNesting, int longestNumber) {}

  /**
   * How long one-time links are good for.
   *
   * @param invitation an invitation to choose a first password
   * @param password a link for a forgotten password
   */
  record Links(Duration invitation, Duration password) {}
}
