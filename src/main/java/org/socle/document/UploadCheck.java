package org.socle.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Checks a file that somebody sent before anything reads it: its size, what it is by its content,
 * whether its name says the same. Nothing is unpacked.
 */
public final class UploadCheck {

  /** What a door may take. */
  public enum Type {
    /** A text of settings in YAML. */
    YAML(List.of("yaml", "yml"));

    private final List<String> endings;

    Type(List<String> endings) {
      this.endings = endings;
    }
  }

  /** A file that may be read. */
  public record Checked(String name, byte[] content) {}

  /** Why a file is refused; the texts stand in the bundles under {@code upload.}. */
  public enum Reason {
    EMPTY,
    TOO_LARGE,
    WRONG_ENDING,
    OTHER_TYPE,
    NOT_TEXT
  }

  /** Beginnings of files that are no text, or texts that a browser would run. */
  private static final List<byte[]> BINARY =
      List.of(
          bytes(0x50, 0x4B), // zip, and with it office documents and jars
          bytes(0x4D, 0x5A), // Windows programs
          bytes(0x7F, 0x45, 0x4C, 0x46), // Linux programs
          bytes(0xCA, 0xFE, 0xBA, 0xBE), // Java classes
          bytes(0x1F, 0x8B), // gzip
          bytes(0x25, 0x50, 0x44, 0x46), // PDF
          bytes(0xD0, 0xCF, 0x11, 0xE0), // older office documents
          bytes(0x52, 0x61, 0x72, 0x21), // rar
          bytes(0x37, 0x7A, 0xBC, 0xAF), // 7z
          bytes(0x89, 0x50, 0x4E, 0x47), // PNG
          bytes(0xFF, 0xD8, 0xFF), // JPEG
          bytes(0x47, 0x49, 0x46, 0x38)); // GIF

  private static final List<String> RUNNABLE = List.of("<", "#!", "{\\rtf", "%!ps");
  private static final byte[] MARK = bytes(0xEF, 0xBB, 0xBF);

  private UploadCheck() {}

  /**
   * The file under a name that can be shown.
   *
   * @param sentName name as the sender's machine gave it
   * @param largest most bytes
   * @throws RefusedUploadException with the reason
   */
  public static Checked check(@Nullable String sentName, byte[] content, Type type, int largest) {
    String name = UploadedName.clean(sentName);
    if (content.length == 0) {
      throw new RefusedUploadException(Reason.EMPTY, name, "");
    }
    if (content.length > largest) {
      throw new RefusedUploadException(Reason.TOO_LARGE, name, Integer.toString(largest / 1024));
    }
    if (!type.endings.contains(UploadedName.ending(name))) {
      throw new RefusedUploadException(
          Reason.WRONG_ENDING, name, "." + String.join(", .", type.endings));
    }
    if (BINARY.stream().anyMatch(beginning -> starts(content, beginning))) {
      throw new RefusedUploadException(Reason.OTHER_TYPE, name, "");
    }
    String text = text(name, content).stripLeading().toLowerCase(Locale.ROOT);
    if (RUNNABLE.stream().anyMatch(text::startsWith)) {
      throw new RefusedUploadException(Reason.OTHER_TYPE, name, "");
    }
    return new Checked(name, content);
  }

  private static String text(String name, byte[] content) {
    int from = starts(content, MARK) ? MARK.length : 0;
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(content, from, content.length - from))
              .toString();
      if (text.codePoints().allMatch(UploadCheck::ofText)) {
        return text;
      }
    } catch (CharacterCodingException notText) {
      // told below, with the same words
    }
    throw new RefusedUploadException(Reason.NOT_TEXT, name, "");
  }

  private static boolean ofText(int point) {
    return point == '\n' || point == '\r' || point == '\t' || !Character.isISOControl(point);
  }

  private static boolean starts(byte[] content, byte[] beginning) {
    return content.length >= beginning.length
        && ByteBuffer.wrap(content, 0, beginning.length).equals(ByteBuffer.wrap(beginning));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
