package org.socle.country;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.net.URL;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Public holidays by calendar code: those of Socle's own files, else those of jollyday, else none.
 */
@Component
public class Holidays {

  private static final Pattern CODE = Pattern.compile("[a-z]{2}");

  private final Map<String, Optional<HolidayManager>> calendars = new ConcurrentHashMap<>();

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
    return calendar(code).map(calendar -> calendar.isHoliday(day)).orElse(false);
  }

  /** The holidays of a year, named in a language as far as the calendar has it, else in English. */
  Stream<FreeDay> of(String code, Year year, Locale language) {
    // Where the library lacks a language it would take that of this machine.
    Locale known = "fr".equals(language.getLanguage()) ? Locale.FRENCH : Locale.ROOT;
    return calendar(code).stream()
        .flatMap(calendar -> calendar.getHolidays(year).stream())
        .map(
            holiday ->
                new FreeDay(
                    holiday.getDate(), holiday.getPropertiesKey(), holiday.getDescription(known)));
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
