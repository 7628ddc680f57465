package org.socle.country;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.net.URL;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Public holidays by calendar code: those of Socle's own files, else those of jollyday, else none.
 */
@Component
public class Holidays {

  private static final Pattern CODE = Pattern.compile("[a-z]{2}");

  /** The days of a year, which every count of days asks for. */
  private record CalendarYear(String code, int year) {}

  private final Map<String, Optional<HolidayManager>> calendars = new ConcurrentHashMap<>();
  private final Map<CalendarYear, Set<LocalDate>> years = new ConcurrentHashMap<>();

  /** Codes of the calendars of countries, in order. */
  public static SortedSet<String> codes() {
    SortedSet<String> codes = new TreeSet<>();
    for (HolidayCalendar calendar : HolidayCalendar.values()) {
      codes.add(calendar.getId().toLowerCase(Locale.ROOT));
    }
    codes.add("ph");
    codes.removeIf(code -> !known(code));
    return codes;
  }

  /** Whether there is a calendar with the code. */
  public static boolean known(String code) {
    return CODE.matcher(code).matches()
        && (Holidays.class.getResource(own(code)) != null
            || HolidayManager.class.getResource(library(code)) != null);
  }

  boolean contains(String code, LocalDate day) {
    return years
        .computeIfAbsent(
            new CalendarYear(code, day.getYear()),
            of ->
                days(code, Year.from(day))
                    .map(Holiday::getDate)
                    .collect(Collectors.toUnmodifiableSet()))
        .contains(day);
  }

  /** The holidays of a year, named in a language as far as the calendar has it, else in English. */
  Stream<FreeDay> of(String code, Year year, Locale language) {
    // Where the library lacks a language it would take that of this machine.
    Locale known = "fr".equals(language.getLanguage()) ? Locale.FRENCH : Locale.ROOT;
    return days(code, year)
        .map(
            holiday ->
                new FreeDay(
                    holiday.getDate(), holiday.getPropertiesKey(), holiday.getDescription(known)));
  }

  // A holiday on a weekend may be kept on the last day of the year before.
  private Stream<Holiday> days(String code, Year year) {
    return calendar(code).stream()
        .flatMap(
            calendar ->
                Stream.of(year.minusYears(1), year, year.plusYears(1))
                    .flatMap(each -> calendar.getHolidays(each).stream()))
        .filter(holiday -> holiday.getDate().getYear() == year.getValue());
  }

  private Optional<HolidayManager> calendar(String code) {
    return calendars.computeIfAbsent(code, Holidays::load);
  }

  private static Optional<HolidayManager> load(String code) {
    if (!known(code)) {
      return Optional.empty();
    }
    URL own = Holidays.class.getResource(own(code));
    return Optional.of(
        HolidayManager.getInstance(
            own == null ? ManagerParameters.create(code) : ManagerParameters.create(own)));
  }

  private static String own(String code) {
    return "holidays_" + code + ".xml";
  }

  private static String library(String code) {
    return "/holidays/Holidays_" + code + ".xml";
  }
}
