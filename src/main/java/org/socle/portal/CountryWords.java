package org.socle.portal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.socle.country.CountryTerm;
import org.socle.country.FreeDay;
import org.socle.country.Term;
import org.socle.setup.CountryField;
import org.socle.setup.CountryFile;
import org.socle.stakeholder.UsualInstitution;

/** Says what is set for a country in the reader's words. */
final class CountryWords {

  /**
   * A part of a country before and after a change; what stays in a list is left out.
   *
   * @param effect what the change means for cases that run
   */
  record Difference(String name, List<String> before, List<String> after, String effect) {}

  /** What the library of holidays says when it has no name. */
  private static final String UNNAMED = "undefined";

  private final Say say;

  CountryWords(Say say) {
    this.say = say;
  }

  /** What a change takes away and adds. */
  public Difference difference(CountryField field, CountryFile before, CountryFile after) {
    List<String> old = lines(field, before);
    List<String> fresh = lines(field, after);
    return new Difference(
        say.text("countries.field." + field.code()),
        old.stream().filter(line -> !fresh.contains(line)).toList(),
        fresh.stream().filter(line -> !old.contains(line)).toList(),
        say.text("countries.effect." + field.code()));
  }

  /** A part of a new country. */
  public Difference fresh(CountryField field, CountryFile after) {
    return new Difference(
        say.text("countries.field." + field.code()), List.of(), lines(field, after), "");
  }

  private List<String> lines(CountryField field, CountryFile file) {
    return switch (field) {
      case NAMES -> names(file);
      case ZONE -> List.of(file.zone());
      case LANGUAGES -> file.languages().stream().map(this::language).toList();
      case WORKING_LANGUAGE -> List.of(language(file.workingLanguage()));
      case WORK_WEEK -> week(file);
      case HOLIDAYS -> List.of(calendar(file.holidays()));
      case OWN_DAYS -> ownDays(file);
      case INSTITUTIONS -> file.institutions().stream().map(this::institution).toList();
      case AGENCIES -> agencies(file);
      case QUORUM_PROFILE -> List.of(quorum(file.quorum()));
      case TERMS ->
          Arrays.stream(CountryTerm.values())
              .map(term -> say.pair(term(term), span(spanOf(term, file))))
              .toList();
    };
  }

  public List<String> names(CountryFile file) {
    return CountryFile.LANGUAGES.stream()
        .map(code -> say.pair(language(code), file.names().getOrDefault(code, "")))
        .toList();
  }

  /** The name of a language. */
  public String language(String code) {
    Locale language = Locale.forLanguageTag(code);
    String name = language.getDisplayLanguage(say.locale());
    return name.isEmpty()
        ? code
        : name.substring(0, 1).toUpperCase(say.locale()) + name.substring(1);
  }

  public List<String> week(CountryFile file) {
    return file.workWeek().stream().map(this::day).toList();
  }

  /** The name of a day of the week. */
  public String day(String word) {
    return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT))
        .getDisplayName(TextStyle.FULL, say.locale());
  }

  /** Whose holidays are kept. */
  public String calendar(String code) {
    return code.isEmpty()
        ? say.text("countries.calendar.none")
        : new Locale.Builder().setRegion(code).build().getDisplayCountry(say.locale());
  }

  public List<String> ownDays(CountryFile file) {
    return file.ownDays().stream().map(own -> say.pair(when(own.day()), own.name())).toList();
  }

  private String when(String day) {
    if (!day.startsWith("--")) {
      return say.day(LocalDate.parse(day));
    }
    String pattern = "es".equals(say.locale().getLanguage()) ? "d 'de' MMMM" : "d MMMM";
    return say.text(
        "countries.every-year",
        MonthDay.parse(day).format(DateTimeFormatter.ofPattern(pattern, say.locale())));
  }

  private String institution(UsualInstitution one) {
    String words = say.word("category", one.category());
    return one.acronym()
        + " – "
        + one.name()
        + " ("
        + words
        + (one.mandatory() ? ", " + say.text("countries.mandatory") : "")
        + ")";
  }

  public List<String> agencies(CountryFile file) {
    return file.agencies().stream().map(this::agency).toList();
  }

  /** The name of a UN agency. */
  public String agency(String code) {
    return say.textOr("agency." + code, code);
  }

  /** What the quorum of a working group is. */
  public String quorum(String code) {
    return say.textOr("evidence.code.quorumProfile." + code, code);
  }

  /** What is to be done within a term. */
  public String term(CountryTerm term) {
    String element = term.element();
    return element == null ? say.text("countries.term." + term.code()) : say.task(element);
  }

  /** A span such as 15 calendar days. */
  public String span(Term span) {
    return say.text(
        span.unit() == Term.Unit.WORKING_DAYS
            ? "countries.working-days"
            : "countries.calendar-days",
        span.amount());
  }

  public static Term spanOf(CountryTerm term, CountryFile file) {
    String own = file.terms().get(term.code());
    return own == null ? term.standard() : Term.parse(own);
  }

  /** A free day and its name; holidays that many countries share are named in every language. */
  public String freeDay(FreeDay day) {
    String known = UNNAMED.equals(day.name()) ? say.text("countries.unnamed") : day.name();
    String name = day.key().isEmpty() ? known : say.textOr("countries.holiday." + day.key(), known);
    String weekday = day.date().getDayOfWeek().getDisplayName(TextStyle.FULL, say.locale());
    return say.pair(say.text("countries.weekday", weekday, say.day(day.date())), name);
  }

  /** A year and its free days. */
  record FreeYear(Year year, List<String> days) {}

  public FreeYear year(Year year, Stream<FreeDay> days) {
    return new FreeYear(year, days.map(this::freeDay).toList());
  }
}
