package org.socle.country;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time that keeps its unit: calendar days ({@code 30d}), which move to the next working
 * day when they end on a free one, or working days of the country ({@code 10wd}).
 *
 * @param amount number of days, 0 to 3660
 * @param unit calendar days or working days
 */
public record Term(int amount, Unit unit) {

  /** What a term counts. */
  public enum Unit {
    CALENDAR_DAYS,
    WORKING_DAYS
  }

  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})(wd|d)");

  public Term {
    if (amount < 0 || amount > 3660) {
      throw new IllegalArgumentException("A term has 0 to 3660 days, not " + amount);
    }
  }

  /** Reads {@code 30d} or {@code 10wd}; anything else is an {@link IllegalArgumentException}. */
  public static Term parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("A term is written 30d or 10wd, not " + text);
    }
    Unit unit = "wd".equals(matcher.group(2)) ? Unit.WORKING_DAYS : Unit.CALENDAR_DAYS;
    return new Term(Integer.parseInt(matcher.group(1)), unit);
  }

  /**
   * The span after which whoever was asked counts as unresponsive: 160 % of this term, rounded up
   * (table DT9).
   */
  public Term untilUnresponsive() {
    return new Term(Math.min(3660, (amount * 160 + 99) / 100), unit);
  }

  @Override
  public String toString() {
    return amount + (unit == Unit.WORKING_DAYS ? "wd" : "d");
  }
}
