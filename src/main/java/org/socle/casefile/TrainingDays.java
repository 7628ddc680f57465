package org.socle.casefile;

import java.time.LocalDate;
import org.socle.country.WorkingCalendar;

/**
 * Working days of the training country, counted back from today, so that the training case never
 * grows old.
 */
final class TrainingDays {

  private final WorkingCalendar calendar;
  private final String country;
  private final LocalDate today;

  TrainingDays(WorkingCalendar calendar, String country, LocalDate today) {
    this.calendar = calendar;
    this.country = country;
    this.today = today;
  }

  /** The last working day that lies at least so many days before today. */
  LocalDate ago(int days) {
    LocalDate day = today.minusDays(days);
    while (!calendar.working(country, day)) {
      day = day.minusDays(1);
    }
    return day;
  }
}
