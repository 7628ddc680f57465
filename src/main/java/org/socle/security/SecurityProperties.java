package org.socle.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the doors.
 *
 * @param allowPlainHttp whether passwords of programs are taken over plain http from other
 *     machines, as behind a proxy that ends TLS
 * @param input what one request may bring as JSON
 */
@ConfigurationProperties("socle.security")
record SecurityProperties(boolean allowPlainHttp, Input input) {

  /**
   * Limits of JSON.
   *
   * @param longestBody longest body
   * @param longestText longest text in it, in characters
   * @param deepestNesting how deep objects and lists may stand in each other
   * @param longestNumber longest number in it, in digits
   */
  record Input(DataSize longestBody, int longestText, int deepestNesting, int longestNumber) {}
}
