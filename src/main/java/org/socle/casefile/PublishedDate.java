package org.socle.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A date as it was published: a day, or a month whose day is not known.
 *
 * @param text {@code yyyy-MM-dd} or {@code yyyy-MM}
 * @param first earliest day it can mean
 * @param last latest day it can mean
 */
record PublishedDate(String text, LocalDate first, LocalDate last) {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  /**
   * Reads a day or a month; a {@link DateTimeException} when it does not exist or is written
   * otherwise.
   */
  static PublishedDate parse(String text) {
    if (DAY.matcher(text).matches()) {
      LocalDate day = LocalDate.parse(text);
      return new PublishedDate(text, day, day);
    }
    if (MONTH.matcher(text).matches()) {
      YearMonth month = YearMonth.parse(text);
      return new PublishedDate(text, month.atDay(1), month.atEndOfMonth());
    }
    throw new DateTimeException("written otherwise");
  }

  /** Whether only the month was published. */
  boolean monthOnly() {
    return !first.equals(last);
  }
}
