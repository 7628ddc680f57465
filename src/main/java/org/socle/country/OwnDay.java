package org.socle.country;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * A free day that a country adds to its calendar of holidays.
 *
 * @param year the one year in which it is free, or null for every year
 * @param day month and day
 * @param name what it is called
 */
public record OwnDay(@Nullable Integer year, MonthDay day, String name) {

  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
  private static final String YEARLY = "--\\d{2}-\\d{2}";

  /**
   * Reads {@code 2027-03-01} or {@code --05-09}; anything else, and a day that no calendar has, is
   * a {@link DateTimeException}.
   */
  public static OwnDay parse(String text, String name) {
    if (text.matches(DATE)) {
      LocalDate date = LocalDate.parse(text);
      return new OwnDay(date.getYear(), MonthDay.from(date), name);
    }
    if (text.matches(YEARLY)) {
      return new OwnDay(null, MonthDay.parse(text), name);
    }
    throw new DateTimeException("A day is written 2027-03-01 or --05-09");
  }

  /** Whether this is the day; 29 February comes in leap years only. */
  public boolean isOn(LocalDate date) {
    return (year == null || year == date.getYear()) && day.equals(MonthDay.from(date));
  }

  /** Whether a year has the day. */
  boolean isIn(Year of) {
    return (year == null || year == of.getValue()) && of.isValidMonthDay(day);
  }

  /** As it is written: {@code 2027-03-01} or {@code --05-09}. */
  public String text() {
    return year == null ? day.toString() : "%04d-".formatted(year) + day.toString().substring(2);
  }
}
