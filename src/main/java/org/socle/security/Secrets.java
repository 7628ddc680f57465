package org.socle.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets that are handed out once and kept as a hash only. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LINK_BYTES = 32;

  private Secrets() {}

  /** The secret part of a link, 256 bits. */
  static String link() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(LINK_BYTES));
  }

  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** SHA-256 in hexadecimal; enough for what is random and long. */
  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
