package org.socle.security;

/** Letters and digits that cannot be mistaken for each other, as authenticator apps read keys. */
final class Base32 {

  private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  /** Every five bits one sign, without padding; the number of bytes is a multiple of five. */
  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte each : bytes) {
      held = held << Byte.SIZE | each & 0xFF;
      for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
        text.append(SIGNS.charAt(held >> bits - BITS & 0x1F));
      }
      held &= (1 << bits) - 1;
    }
    return text.toString();
  }
}
