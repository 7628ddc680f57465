package org.socle.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what the database keeps but must not be able to use (AES-256-GCM); whose it is, is
 * sealed in, so that no row works for somebody else.
 */
final class SecretBox {

  /** Bytes of a key. */
  static final int KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;

  SecretBox(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  byte[] close(String owner, byte[] secret) {
    byte[] nonce = Secrets.bytes(NONCE_BYTES);
    byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, owner, secret).orElseThrow();
    byte[] kept = Arrays.copyOf(nonce, nonce.length + closed.length);
    System.arraycopy(closed, 0, kept, nonce.length, closed.length);
    return kept;
  }

  /** Empty when it was closed with another key or for another owner, or was changed. */
  Optional<byte[]> open(String owner, byte[] kept) {
    if (kept.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    return cipher(
        Cipher.DECRYPT_MODE,
        Arrays.copyOf(kept, NONCE_BYTES),
        owner,
        Arrays.copyOfRange(kept, NONCE_BYTES, kept.length));
  }

  private Optional<byte[]> cipher(int mode, byte[] nonce, String owner, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return Optional.of(cipher.doFinal(input));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
