package org.socle.setup;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.socle.country.CountryTerm;
import org.socle.country.Holidays;
import org.socle.country.OwnDay;
import org.socle.country.Term;
import org.socle.country.UnAgencies;
import org.socle.stakeholder.Category;
import org.socle.stakeholder.UsualInstitution;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.TypedText;

/**
 * Says everything that is wrong with a country, field by field; fields are named as in the file,
 * rows by their place from 0.
 */
final class CountryCheck {

  static final int LONGEST_NAME = 120;
  static final int MOST_LANGUAGES = 12;
  static final int MOST_OWN_DAYS = 100;

  /** As many days may be free every year that working days are left to count by. */
  static final int MOST_YEARLY = 40;

  static final int MOST_INSTITUTIONS = 60;
  private static final int LONGEST_INSTITUTION = 200;
  private static final Pattern TRAINING = Pattern.compile("X[A-Z]{2}");
  private static final Pattern ACRONYM = Pattern.compile("[\\p{L}0-9][\\p{L}0-9 ./&-]{0,29}");
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
  private static final Set<String> LANGUAGE_CODES = Set.of(Locale.getISOLanguages());

  private final CountryFile file;
  private final List<FieldError> errors = new ArrayList<>();

  private CountryCheck(CountryFile file) {
    this.file = file;
  }

  /**
   * All errors; none when the file may be stored.
   *
   * @param quorums profiles that the table of quorums knows
   */
  static List<FieldError> errors(CountryFile file, Collection<String> quorums) {
    CountryCheck check = new CountryCheck(file);
    check.names();
    check.languages();
    check.week();
    check.ownDays();
    check.institutions();
    check.agencies();
    if (!quorums.contains(file.quorum())) {
      check.wrong("quorum", "quorum", file.quorum(), String.join(", ", quorums));
    }
    check.terms();
    return List.copyOf(check.errors);
  }

  /** Whether a code is one of ISO 3166, or one that it leaves to its users. */
  static boolean isCountry(String code) {
    return COUNTRIES.contains(code) || TRAINING.matcher(code).matches();
  }

  private void names() {
    if (!isCountry(file.iso3())) {
      wrong("country", "country", file.iso3());
    }
    CountryFile.LANGUAGES.forEach(
        language ->
            text("name." + language, file.names().getOrDefault(language, ""), LONGEST_NAME));
    if (!ZoneId.getAvailableZoneIds().contains(file.zone())) {
      wrong("time_zone", "zone", file.zone());
    }
  }

  private void languages() {
    file.languages().stream()
        .filter(code -> !LANGUAGE_CODES.contains(code))
        .forEach(code -> wrong("languages", "language", code));
    twice(file.languages()).ifPresent(code -> wrong("languages", "twice", code));
    most("languages", file.languages(), MOST_LANGUAGES);
    if (!CountryFile.LANGUAGES.contains(file.workingLanguage())) {
      wrong("working_language", "working-language", file.workingLanguage());
    }
  }

  private void week() {
    file.workWeek().stream()
        .filter(day -> !CountryFile.week().contains(day))
        .forEach(day -> wrong("working_week", "week-day", day));
    twice(file.workWeek()).ifPresent(day -> wrong("working_week", "twice", day));
    if (file.workWeek().isEmpty()) {
      wrong("working_week", "week-empty");
    }
    if (!file.holidays().isEmpty() && !Holidays.known(file.holidays())) {
      wrong("holidays", "calendar", file.holidays(), String.join(", ", Holidays.codes()));
    }
  }

  private void ownDays() {
    most("own_days", file.ownDays(), MOST_OWN_DAYS);
    if (file.ownDays().stream().filter(own -> own.day().startsWith("--")).count() > MOST_YEARLY) {
      wrong("own_days", "many-yearly", MOST_YEARLY);
    }
    Set<String> known = new HashSet<>();
    for (int at = 0; at < file.ownDays().size(); at++) {
      CountryFile.Day own = file.ownDays().get(at);
      String row = "own_days." + at;
      try {
        if (!known.add(OwnDay.parse(own.day(), own.name()).text())) {
          wrong(row + ".day", "twice", own.day());
        }
      } catch (DateTimeException e) {
        wrong(row + ".day", "own-day", own.day());
      }
      text(row + ".name", own.name(), LONGEST_NAME);
    }
  }

  private void institutions() {
    most("institutions", file.institutions(), MOST_INSTITUTIONS);
    Set<String> known = new HashSet<>();
    for (int at = 0; at < file.institutions().size(); at++) {
      UsualInstitution one = file.institutions().get(at);
      String row = "institutions." + at;
      if (!ACRONYM.matcher(one.acronym()).matches()) {
        wrong(row + ".acronym", "acronym", one.acronym());
      } else if (!known.add(one.acronym())) {
        wrong(row + ".acronym", "twice", one.acronym());
      }
      text(row + ".name", one.name(), LONGEST_INSTITUTION);
      if (Arrays.stream(Category.values()).noneMatch(of -> of.name().equals(one.category()))) {
        wrong(row + ".category", "category", one.category(), names(Category.values()));
      }
    }
  }

  private void agencies() {
    file.agencies().stream()
        .filter(code -> !UnAgencies.CODES.contains(code))
        .forEach(code -> wrong("agencies", "agency", code, String.join(", ", UnAgencies.CODES)));
    twice(file.agencies()).ifPresent(code -> wrong("agencies", "twice", code));
  }

  private void terms() {
    file.terms()
        .forEach(
            (code, span) -> {
              if (CountryTerm.ofCode(code).isEmpty()) {
                wrong("terms." + code, "term-unknown", code, termCodes());
              } else if (term(span).isEmpty()) {
                wrong("terms." + code, "term", span, CountryTerm.LONGEST);
              }
            });
    Optional<Term> due = term(spanOf(CountryTerm.NOMINATION));
    Optional<Term> end = term(spanOf(CountryTerm.NOMINATION_END));
    if (due.isPresent()
        && end.isPresent()
        && (due.get().unit() != end.get().unit() || due.get().amount() > end.get().amount())) {
      wrong("terms." + CountryTerm.NOMINATION_END.code(), "nomination-end", due.get().toString());
    }
  }

  private String spanOf(CountryTerm term) {
    return file.terms().getOrDefault(term.code(), term.standard().toString());
  }

  private static Optional<Term> term(String span) {
    try {
      return Optional.of(Term.parse(span))
          .filter(term -> term.amount() >= 1 && term.amount() <= CountryTerm.LONGEST);
    } catch (IllegalArgumentException notATerm) {
      return Optional.empty();
    }
  }

  private void text(String field, String text, int longest) {
    if (text.isBlank()) {
      errors.add(new FieldError(field, "error.required", List.of()));
    } else if (!TypedText.clean(text, false)) {
      errors.add(new FieldError(field, "error.control-characters", List.of()));
    } else {
      TypedText.wrong(field, text, longest).ifPresent(errors::add);
    }
  }

  private void most(String field, List<?> rows, int most) {
    if (rows.size() > most) {
      wrong(field, "many", most);
    }
  }

  private static Optional<String> twice(List<String> words) {
    Set<String> known = new HashSet<>();
    return words.stream().filter(word -> !known.add(word)).findFirst();
  }

  private static String termCodes() {
    return String.join(", ", Arrays.stream(CountryTerm.values()).map(CountryTerm::code).toList());
  }

  private static String names(Enum<?>[] values) {
    return String.join(", ", Arrays.stream(values).map(Enum::name).toList());
  }

  private void wrong(String field, String what, Object... named) {
    errors.add(new FieldError(field, "countries.error." + what, List.of(named)));
  }
}
