package org.socle.country;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts days as a country does: its work week, its holidays, its time zone. */
@Component
public class WorkingCalendar {

  private final Countries countries;
  private final Holidays holidays;
  private final Clock clock;

  WorkingCalendar(Countries countries, Holidays holidays, Clock clock) {
    this.countries = countries;
    this.holidays = holidays;
    this.clock = clock;
  }

  /**
   * Last day of a term. The day on which it starts does not count; working days skip free days, and
   * a term in calendar days that ends on a free day moves to the next working day.
   *
   * @param country ISO 3166 alpha-3 code
   */
  public LocalDate due(String country, LocalDate from, Term term) {
    CountryProfile profile = countries.of(country);
    return switch (term.unit()) {
      case CALENDAR_DAYS -> nextWorkingDay(profile, from.plusDays(term.amount()));
      case WORKING_DAYS -> plusWorkingDays(profile, from, term.amount());
    };
  }

  /** How long something may take in a country. */
  public Term term(String country, CountryTerm term) {
    return countries.of(country).term(term);
  }

  /**
   * Where a pause moves the last day of a term: by the working days of the country that the pause
   * took, or by its calendar days and then to the next working day. The day on which the pause
   * began does not count.
   */
  public LocalDate moved(
      String country, LocalDate due, Term.Unit unit, Instant from, Instant until) {
    CountryProfile profile = countries.of(country);
    LocalDate first = LocalDate.ofInstant(from, profile.zone());
    LocalDate last = LocalDate.ofInstant(until, profile.zone());
    if (!first.isBefore(last)) {
      return due;
    }
    if (unit == Term.Unit.CALENDAR_DAYS) {
      return nextWorkingDay(profile, due.plusDays(ChronoUnit.DAYS.between(first, last)));
    }
    long worked =
        first.plusDays(1).datesUntil(last.plusDays(1)).filter(day -> working(profile, day)).count();
    return worked == 0 ? due : plusWorkingDays(profile, due, (int) worked);
  }

  /** The moment at which a day ends in a country: the first moment of the next day. */
  public Instant endOfDay(String country, LocalDate day) {
    return day.plusDays(1).atStartOfDay(countries.of(country).zone()).toInstant();
  }

  /** Today's date in a country, by the program's clock. */
  public LocalDate today(String country) {
    return LocalDate.ofInstant(clock.instant(), countries.of(country).zone());
  }

  /** Whether people work on a day in a country. */
  public boolean working(String country, LocalDate day) {
    return working(countries.of(country), day);
  }

  /**
   * The free days of a year beside the weekly ones, as {@link #working} counts them, in order.
   *
   * @param language language in which holidays are named, as far as their calendar has it
   */
  public List<FreeDay> freeDays(CountryProfile profile, Year year, Locale language) {
    Stream<FreeDay> own =
        profile.ownDays().stream()
            .filter(day -> day.isIn(year))
            .map(day -> new FreeDay(day.day().atYear(year.getValue()), "", day.name()));
    return Stream.concat(holidays.of(profile.holidays(), year, language), own)
        .sorted(Comparator.comparing(FreeDay::date))
        .toList();
  }

  private LocalDate plusWorkingDays(CountryProfile profile, LocalDate from, int amount) {
    LocalDate day = from;
    for (int counted = 0; counted < amount; counted++) {
      day = nextWorkingDay(profile, day.plusDays(1));
    }
    return nextWorkingDay(profile, day);
  }

  private LocalDate nextWorkingDay(CountryProfile profile, LocalDate day) {
    LocalDate next = day;
    while (!working(profile, next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  private boolean working(CountryProfile profile, LocalDate day) {
    return profile.workWeek().contains(day.getDayOfWeek())
        && !holidays.contains(profile.holidays(), day)
        && profile.ownDays().stream().noneMatch(own -> own.isOn(day));
  }
}
