package org.socle.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The bytes over which evidence is hashed; {@code src/docs/evidence.md} says the same in words. */
final class Bytes {

  /** What the first row of a chain and the first daily root follow. */
  static final String NOTHING = "0".repeat(64);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private Bytes() {}

  /** Everything that a row says, and where it stands. */
  static String row(EvidenceTrail.Entry row, long position) {
    return sha256(
        fields(
            "socle-evidence-row-1",
            position,
            row.id(),
            row.caseId(),
            moment(row.at()),
            row.actor(),
            row.action(),
            row.subject(),
            row.contentHash()));
  }

  /** A row after all that came before it. */
  static String link(String previous, String rowHash) {
    return sha256((previous + rowHash).getBytes(StandardCharsets.US_ASCII));
  }

  /** A moment in UTC with six decimals, as the database keeps it. */
  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  /** Fields after each other, each as its length in bytes, a colon, its bytes and a comma. */
  static byte[] fields(@Nullable Object... fields) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object field : fields) {
      byte[] text =
          field == null ? new byte[0] : String.valueOf(field).getBytes(StandardCharsets.UTF_8);
      String length = field == null ? "~" : text.length + ":";
      all.writeBytes(length.getBytes(StandardCharsets.US_ASCII));
      all.writeBytes(text);
      all.write(',');
    }
    return all.toByteArray();
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  static byte[] digest(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
