package org.socle.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a file that somebody sent, made fit to be shown and kept. */
final class UploadedName {

  static final int LONGEST = 120;

  private static final String NAMELESS = "file";
  private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)");
  private static final String FORBIDDEN = "<>:\"|?*";

  private UploadedName() {}

  /**
   * The name without path, without what cannot be seen or turns the direction of writing, without
   * signs and words that a file system keeps for itself; at most {@link #LONGEST} characters, its
   * ending kept.
   */
  static String clean(@Nullable String sent) {
    String name = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    name.codePoints().filter(UploadedName::visible).forEach(kept::appendCodePoint);
    name = kept.toString().strip().replaceAll("^[.\\s]+|[.\\s]+$", "");
    if (name.isEmpty()) {
      return NAMELESS;
    }
    int dot = name.indexOf('.');
    if (RESERVED.matcher(dot < 0 ? name : name.substring(0, dot)).matches()) {
      name = "_" + name;
    }
    return shortened(name);
  }

  /** The ending in lower case without its dot; empty for none. */
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean visible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> FORBIDDEN.indexOf(point) < 0 && point != 0xFFFD;
    };
  }

  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= LONGEST) {
      return name;
    }
    String end =
        ending(name).length() > 10 ? "" : name.substring(Math.max(0, name.lastIndexOf('.')));
    if (end.equals(name)) {
      end = "";
    }
    int stem = name.offsetByCodePoints(0, LONGEST - end.codePointCount(0, end.length()));
    return name.substring(0, stem) + end;
  }
}
