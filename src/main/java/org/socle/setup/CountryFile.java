package org.socle.setup;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.socle.country.CountryProfile;
import org.socle.country.CountryTerm;
import org.socle.country.OwnDay;
import org.socle.country.Term;
import org.socle.stakeholder.UsualInstitution;

/**
 * Everything that is set for a country, as it is typed: in a file, in a form, or back from the
 * tables. Only what {@link CountryCheck} accepts may become a profile.
 *
 * @param iso3 ISO 3166 alpha-3 code, or X and two letters for training
 * @param names name by language (en, fr, es)
 * @param workWeek days of the week in small English letters, such as monday
 * @param holidays code of a calendar of holidays, or empty
 * @param ownDays day and name, in the order in which they were typed
 * @param quorum row of DT4
 * @param terms term by the code of {@link CountryTerm}
 */
public record CountryFile(
    String iso3,
    Map<String, String> names,
    String zone,
    List<String> languages,
    String workingLanguage,
    List<String> workWeek,
    String holidays,
    List<Day> ownDays,
    List<UsualInstitution> institutions,
    List<String> agencies,
    String quorum,
    Map<String, String> terms) {

  /** Languages in which a country has its name, and one of which names its tasks. */
  public static final List<String> LANGUAGES = List.of("en", "fr", "es");

  /** What counts where nothing is said. */
  public static final List<String> USUAL_WEEK =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday");

  public static final String USUAL_QUORUM = "GROUPS_PRESENT";

  /** A free day as typed: {@code 2027-03-01} or {@code --05-09}. */
  public record Day(String day, String name) {}

  /** A country of which nothing has been said but its code. */
  public static CountryFile empty(String iso3) {
    return new CountryFile(
        iso3,
        Map.of(),
        "",
        List.of(),
        "en",
        USUAL_WEEK,
        "",
        List.of(),
        List.of(),
        List.of(),
        USUAL_QUORUM,
        Map.of());
  }

  /** What is set for a country now. */
  static CountryFile of(CountryProfile profile, List<UsualInstitution> institutions) {
    Map<String, String> terms = new LinkedHashMap<>();
    profile.terms().forEach((term, span) -> terms.put(term.code(), span.toString()));
    return new CountryFile(
            profile.iso3(),
            profile.names(),
            profile.zone().getId(),
            profile.languages(),
            profile.workingLanguage(),
            profile.workWeek().stream().map(CountryFile::word).toList(),
            profile.holidays(),
            profile.ownDays().stream().map(own -> new Day(own.text(), own.name())).toList(),
            institutions,
            profile.residentAgencies(),
            profile.quorumProfile(),
            terms)
        .sorted();
  }

  /**
   * The same with its lists in one order and without terms that say what counts anyway, so that two
   * can be compared. Only for what has been accepted.
   */
  CountryFile sorted() {
    Map<String, String> differing = new LinkedHashMap<>();
    for (CountryTerm term : CountryTerm.values()) {
      String span = terms.get(term.code());
      if (span != null && !Term.parse(span).equals(term.standard())) {
        differing.put(term.code(), Term.parse(span).toString());
      }
    }
    List<Day> days = new ArrayList<>(ownDays);
    days.sort(Comparator.comparing(Day::day));
    List<UsualInstitution> seats = new ArrayList<>(institutions);
    seats.sort(Comparator.comparing(UsualInstitution::acronym));
    return new CountryFile(
        iso3,
        names,
        zone,
        languages,
        workingLanguage,
        days(workWeek).stream().map(CountryFile::word).toList(),
        holidays,
        List.copyOf(days),
        List.copyOf(seats),
        agencies.stream().sorted().toList(),
        quorum,
        Collections.unmodifiableMap(differing));
  }

  /** The profile that an accepted file describes. */
  CountryProfile profile(int version) {
    Map<CountryTerm, Term> own = new EnumMap<>(CountryTerm.class);
    sorted()
        .terms
        .forEach((code, span) -> own.put(CountryTerm.ofCode(code).orElseThrow(), Term.parse(span)));
    return new CountryProfile(
        iso3,
        names,
        ZoneId.of(zone),
        languages,
        workingLanguage,
        days(workWeek),
        holidays,
        ownDays.stream().map(day -> OwnDay.parse(day.day(), day.name())).toList(),
        quorum,
        agencies.stream().sorted().toList(),
        own,
        version);
  }

  /** The same with other names, zone and languages. */
  public CountryFile withBasics(
      Map<String, String> names, String zone, List<String> languages, String workingLanguage) {
    return new CountryFile(
        iso3,
        names,
        zone,
        languages,
        workingLanguage,
        workWeek,
        holidays,
        ownDays,
        institutions,
        agencies,
        quorum,
        terms);
  }

  /** The same with another working week. */
  public CountryFile withWeek(List<String> workWeek) {
    return new CountryFile(
        iso3,
        names,
        zone,
        languages,
        workingLanguage,
        workWeek,
        holidays,
        ownDays,
        institutions,
        agencies,
        quorum,
        terms);
  }

  /** The same with other holidays. */
  public CountryFile withHolidays(String holidays, List<Day> ownDays) {
    return new CountryFile(
        iso3,
        names,
        zone,
        languages,
        workingLanguage,
        workWeek,
        holidays,
        ownDays,
        institutions,
        agencies,
        quorum,
        terms);
  }

  /** The same with other institutions. */
  public CountryFile withInstitutions(List<UsualInstitution> institutions) {
    return new CountryFile(
        iso3,
        names,
        zone,
        languages,
        workingLanguage,
        workWeek,
        holidays,
        ownDays,
        institutions,
        agencies,
        quorum,
        terms);
  }

  /** The same with other agencies. */
  public CountryFile withAgencies(List<String> agencies) {
    return new CountryFile(
        iso3,
        names,
        zone,
        languages,
        workingLanguage,
        workWeek,
        holidays,
        ownDays,
        institutions,
        agencies,
        quorum,
        terms);
  }

  /** The same with another quorum. */
  public CountryFile withQuorum(String quorum) {
    return new CountryFile(
        iso3,
        names,
        zone,
        languages,
        workingLanguage,
        workWeek,
        holidays,
        ownDays,
        institutions,
        agencies,
        quorum,
        terms);
  }

  /** The same with other terms. */
  public CountryFile withTerms(Map<String, String> terms) {
    return new CountryFile(
        iso3,
        names,
        zone,
        languages,
        workingLanguage,
        workWeek,
        holidays,
        ownDays,
        institutions,
        agencies,
        quorum,
        terms);
  }

  private static Set<DayOfWeek> days(List<String> words) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    words.forEach(word -> days.add(DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT))));
    return days;
  }

  private static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  /** The words for the days of a week, Monday first. */
  public static List<String> week() {
    return Arrays.stream(DayOfWeek.values()).map(CountryFile::word).toList();
  }
}
