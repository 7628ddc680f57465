package org.socle.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    return calendar(zone, workWeek, holidays, List.of());
  }

  private WorkingCalendar calendar(
      String zone, Set<DayOfWeek> workWeek, String holidays, List<OwnDay> ownDays) {
    return new WorkingCalendar(
        countries(profile(zone, workWeek, holidays, ownDays)), new Holidays(), clock);
  }

  private static Countries countries(CountryProfile profile) {
    Countries countries = mock(Countries.class);
    when(countries.of(anyString())).thenReturn(profile);
    return countries;
  }

  private static CountryProfile profile(
      String zone, Set<DayOfWeek> workWeek, String holidays, List<OwnDay> ownDays) {
    return new CountryProfile(
        "AAA",
        Map.of("en", "A"),
        ZoneId.of(zone),
        List.of("en"),
        "en",
        workWeek,
        holidays,
        ownDays,
        "GROUPS_PRESENT",
        List.of(),
        Map.of(),
        1);
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
  void countsTheOwnDaysOfOneYearAndOfEveryYear() {
    WorkingCalendar calendar =
        calendar(
            "UTC",
            MONDAY_TO_FRIDAY,
            "",
            List.of(OwnDay.parse("2027-03-01", "Founders’ day"), OwnDay.parse("--05-09", "May")));
    assertThat(due(calendar, "2027-02-26", "1wd")).isEqualTo("2027-03-02");
    assertThat(due(calendar, "2028-02-29", "1wd")).isEqualTo("2028-03-01");
    assertThat(due(calendar, "2028-05-08", "1wd")).isEqualTo("2028-05-10");
    assertThat(due(calendar, "2029-05-08", "1d")).isEqualTo("2029-05-10");
  }

  @Test
  void listsTheFreeDaysOfAYearAsItCountsThem() {
    Set<DayOfWeek> everyDay = EnumSet.allOf(DayOfWeek.class);
    List<OwnDay> own = List.of(OwnDay.parse("--02-29", "Leap"), OwnDay.parse("2027-03-01", "One"));
    for (String code : Holidays.codes()) {
      CountryProfile profile = profile("UTC", everyDay, code, own);
      WorkingCalendar calendar = new WorkingCalendar(countries(profile), new Holidays(), clock);
      for (int year = 2027; year <= 2028; year++) {
        Set<LocalDate> listed =
            calendar.freeDays(profile, Year.of(year), Locale.ENGLISH).stream()
                .map(FreeDay::date)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<LocalDate> counted =
            LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> !calendar.working("AAA", day))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).as("%s %s", code, year).isEqualTo(counted);
      }
    }
    assertThat(Holidays.codes()).hasSizeGreaterThan(70).contains("ph", "fr");
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
