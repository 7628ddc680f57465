package org.socle.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingCalendarTests {

  private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> SUNDAY_TO_THURSDAY =
      EnumSet.of(
          DayOfWeek.SUNDAY,
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY);

  private final CaseClock clock = new CaseClock();

  private WorkingCalendar calendar(String zone, Set<DayOfWeek> workWeek, String holidays) {
    CountryProfile profile =
        new CountryProfile(
            "AAA",
            Map.of("en", "A"),
            ZoneId.of(zone),
            workWeek,
            holidays,
            "en",
            "GROUPS_PRESENT",
            List.of(),
            false);
    Countries countries = mock(Countries.class);
    when(countries.of(anyString())).thenReturn(profile);
    return new WorkingCalendar(countries, new Holidays(), clock);
  }

  private WorkingCalendar philippines() {
    return calendar("Asia/Manila", MONDAY_TO_FRIDAY, "ph");
  }

  private static LocalDate due(WorkingCalendar calendar, String from, String term) {
    return calendar.due("AAA", LocalDate.parse(from), Term.parse(term));
  }

  @Test
  void countsWorkingDaysOverWeekendAndHolidays() {
    // 2026-06-12, Independence Day, is a Friday
    assertThat(due(philippines(), "2026-06-10", "1wd")).isEqualTo("2026-06-11");
    assertThat(due(philippines(), "2026-06-10", "2wd")).isEqualTo("2026-06-15");
  }

  @Test
  void movesTheEndOfCalendarDaysToTheNextWorkingDay() {
    assertThat(due(philippines(), "2026-06-10", "1d")).isEqualTo("2026-06-11");
    assertThat(due(philippines(), "2026-06-10", "2d")).isEqualTo("2026-06-15");
    assertThat(due(philippines(), "2014-05-16", "30d")).isEqualTo("2014-06-16");
  }

  @Test
  void knowsTheMovableHolidaysOfThePhilippines() {
    WorkingCalendar calendar = philippines();
    assertThat(
            List.of(
                "2023-04-06", "2023-04-07", "2023-08-28", "2023-11-30", "2023-12-08", "2023-12-25"))
        .allSatisfy(
            day -> assertThat(calendar.working("AAA", LocalDate.parse(day))).as(day).isFalse());
    assertThat(calendar.working("AAA", LocalDate.parse("2023-04-05"))).isTrue();
    assertThat(calendar.working("AAA", LocalDate.parse("2017-12-08"))).isTrue();
  }

  @Test
  void takesOtherCountriesFromTheLibrary() {
    WorkingCalendar france = calendar("Europe/Paris", MONDAY_TO_FRIDAY, "fr");
    assertThat(due(france, "2026-07-13", "1wd")).isEqualTo("2026-07-15");
  }

  @Test
  void hasNoHolidaysForAnUnknownCalendar() {
    WorkingCalendar calendar = calendar("UTC", MONDAY_TO_FRIDAY, "zz");
    assertThat(due(calendar, "2026-12-24", "1wd")).isEqualTo("2026-12-25");
    assertThat(due(calendar("UTC", MONDAY_TO_FRIDAY, ""), "2026-12-24", "1wd"))
        .isEqualTo("2026-12-25");
  }

  @Test
  void followsTheWorkWeek() {
    WorkingCalendar calendar = calendar("Asia/Amman", SUNDAY_TO_THURSDAY, "");
    assertThat(due(calendar, "2026-06-11", "1wd")).isEqualTo("2026-06-14");
    assertThat(due(calendar, "2026-06-10", "2d")).isEqualTo("2026-06-14");
  }

  @Test
  void movesATermWithoutDaysOffAFreeDay() {
    assertThat(due(philippines(), "2026-06-13", "0wd")).isEqualTo("2026-06-15");
  }

  @Test
  void endsTheDayInTheZoneOfTheCountry() {
    assertThat(philippines().endOfDay("AAA", LocalDate.parse("2026-06-11")))
        .isEqualTo(Instant.parse("2026-06-11T16:00:00Z"));
    WorkingCalendar france = calendar("Europe/Paris", MONDAY_TO_FRIDAY, "fr");
    assertThat(france.endOfDay("AAA", LocalDate.parse("2026-03-29")))
        .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
  }

  @Test
  void takesTodayFromTheClockInTheZoneOfTheCountry() {
    clock.hold(Instant.parse("2026-06-11T16:30:00Z"));
    assertThat(philippines().today("AAA")).isEqualTo("2026-06-12");
  }
}
