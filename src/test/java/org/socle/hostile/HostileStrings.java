package org.socle.hostile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Texts that want to be more than texts; each carries a number by which it is found again. */
public final class HostileStrings {

  /** What every evaluated expression would say. */
  public static final String EVALUATED = "837221";

  private static final String SUM = "913*917";

  private static final List<String> ATTACKS =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "${" + SUM + "}",
          "#{" + SUM + "}",
          "*{" + SUM + "}",
          "[[${" + SUM + "}]]",
          "[(${" + SUM + "})]",
          "__${" + SUM + "}__::.x",
          "{{" + SUM + "}}",
          "%0d%0aSet-Cookie: x=1",
          "'; drop table duty; --",
          "=cmd|' /C calc'!A0",
          "=" + SUM,
          "+1",
          "-1",
          "@SUM(A1)",
          "\u202Egnp.exe",
          "\uD83D\uDE00",
          "javascript:alert(1)",
          "<a href=\"javascript:alert(1)\">x</a>",
          "[x](javascript:alert(1)) **b** _i_ `c`",
          "&lt;b&gt; &#60;i&#62; &amp;",
          "{0} {1} %s %1$s",
          "-->]]></textarea></title></style><svg/onload=alert(1)>");

  /** Where a text says which one it is. */
  static final Pattern NUMBER = Pattern.compile("\\u2116(\\d+)\\u00a7");

  private HostileStrings() {}

  /** As many attacks as a field holds, in an order of chance, then the text's own number. */
  public static String text(Random chance, int number, int longest, boolean lines) {
    List<String> order = new ArrayList<>(ATTACKS);
    Collections.shuffle(order, chance);
    String end = "\u2116" + number + "\u00a7";
    StringBuilder text = new StringBuilder();
    for (String attack : order) {
      if (text.codePoints().count() + attack.length() + end.length() + 1 <= longest) {
        text.append(attack).append(lines && chance.nextInt(4) == 0 ? "\n" : " ");
      }
    }
    return text.append(end).toString();
  }

  /** What may stand before the @ of an address. */
  public static String mailbox(int number) {
    return "\"><img/src=x/onerror=alert(1)>${" + SUM + "}\u2116" + number + "\u00a7";
  }

  /** A short word, as of an acronym. */
  public static String word(int number) {
    return "=<b>${" + SUM + "}\u2116" + number + "\u00a7";
  }
}
