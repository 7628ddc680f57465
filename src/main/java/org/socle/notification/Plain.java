package org.socle.notification;

/** Takes out of what people typed what would begin a header, a line or a command. */
final class Plain {

  private Plain() {}

  /** On one line: a line end in a name would begin a header or a paragraph. */
  static String line(String text) {
    return cleaned(text, false).strip();
  }

  /** With its line ends, for where a text may have several lines. */
  static String lines(String text) {
    return cleaned(text.replace("\r\n", "\n").replace('\r', '\n'), true).strip();
  }

  private static String cleaned(String text, boolean lineEnds) {
    return text.codePoints()
        .map(sign -> allowed(sign, lineEnds) ? sign : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  // Signs that turn the direction of what follows would let a name dress up as another.
  private static boolean allowed(int sign, boolean lineEnds) {
    if (sign == '\n') {
      return lineEnds;
    }
    return !Character.isISOControl(sign)
        && sign != 0x2028
        && sign != 0x2029
        && !(sign >= 0x202A && sign <= 0x202E)
        && !(sign >= 0x2066 && sign <= 0x2069)
        && !(sign >= 0xD800 && sign <= 0xDFFF);
  }
}
