package org.socle.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the doors.
 *
 * @param allowPlainHttp whether requests are served over plain http from any machine, as in the
 *     demo
 * @param trustedProxies addresses and ranges whose word about a request's origin counts
 * @param sessionLimit how long a session may last, however busy it is
 * @param secondFactor whether staff have a second factor
 * @param key key of the secrets in the database, 32 bytes in Base64; empty for the one in the file
 * @param keyFile file of the key
 * @param throttle when wrong passwords are no longer looked at
 * @param input what one request may bring as JSON
 * @param links how long one-time links are good for
 */
@ConfigurationProperties("socle.security")
record SecurityProperties(
    boolean allowPlainHttp,
    List<String> trustedProxies,
    Duration sessionLimit,
    SecondFactorPolicy secondFactor,
    String key,
    Path keyFile,
    Throttle throttle,
    Input input,
    Links links) {

  /** Without the key: records print all they hold. */
  @Override
  public String toString() {
    return "SecurityProperties";
  }

  /**
   * Limits of failed sign-ins.
   *
   * @param addressFailures how many are taken from one address
   * @param addressSpan within this time
   */
  record Throttle(int addressFailures, Duration addressSpan) {}

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
