package org.socle.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.socle.country.CountryTerm;
import org.socle.country.Holidays;
import org.socle.country.UnAgencies;
import org.socle.setup.CountryFile.Day;
import org.socle.stakeholder.Category;
import org.socle.stakeholder.UsualInstitution;
import org.socle.tracking.InvalidFormException.FieldError;

/**
 * Whatever may be set for a country comes back from its file; jqwik prints the seed of each run.
 */
class CountryFileRoundTripTests {

  @Property(tries = 500)
  void aWrittenFileIsReadAsItWas(@ForAll("files") CountryFile file) {
    assertThat(errors(file)).isEmpty();
    CountryFile sorted = file.sorted();
    String written = CountryFileWriter.write(sorted);
    CountryFile read =
        CountryFileReader.read(
            written.getBytes(StandardCharsets.UTF_8), CountryFileReaderTests.QUORUMS);
    assertThat(read).as(written).isEqualTo(sorted);
    assertThat(CountryFileWriter.write(read)).isEqualTo(written);
  }

  @Property(tries = 200)
  void aProfileSaysWhatTheFileSaid(@ForAll("files") CountryFile file) {
    CountryFile back = CountryFile.of(file.profile(3), file.institutions());
    assertThat(back).isEqualTo(file.sorted());
    assertThat(CountryField.differing(file.sorted(), back)).isEmpty();
  }

  @Property(tries = 300)
  void whateverIsTypedIsRefusedOrStoredButNeverAFault(
      @ForAll String text, @ForAll("files") CountryFile file) {
    CountryFile typed =
        file.withBasics(Map.of("en", text, "fr", text, "es", text), text, List.of(text), text)
            .withWeek(List.of(text))
            .withHolidays(text, List.of(new Day(text, text)))
            .withInstitutions(List.of(new UsualInstitution(text, text, text, true)))
            .withAgencies(List.of(text))
            .withQuorum(text)
            .withTerms(Map.of(text, text, "nomination", text));
    assertThat(errors(typed)).extracting(FieldError::field).contains("time_zone", "quorum");
  }

  private static List<FieldError> errors(CountryFile file) {
    return CountryCheck.errors(file, CountryFileReaderTests.QUORUMS);
  }

  @Provide
  Arbitrary<CountryFile> files() {
    return Combinators.combine(
            Arbitraries.of(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)),
            Arbitraries.of(ZoneId.getAvailableZoneIds()),
            Arbitraries.of(Locale.getISOLanguages()).list().uniqueElements().ofMaxSize(5),
            Arbitraries.of(CountryFile.week()).set().ofMinSize(1),
            ownDays(),
            institutions(),
            Arbitraries.of(UnAgencies.CODES).set(),
            terms())
        .as(
            (iso3, zone, languages, week, days, institutions, agencies, terms) ->
                new CountryFile(
                    iso3,
                    Map.of("en", "No: \"x\" \\", "fr", "'é", "es", "{a}"),
                    zone,
                    languages,
                    "fr",
                    List.copyOf(week),
                    Holidays.codes().first(),
                    days,
                    institutions,
                    List.copyOf(agencies),
                    "CONSULTATIVE",
                    terms))
        .flatMap(
            file ->
                Combinators.combine(names(), Arbitraries.of("", "fr", "ph", "no"))
                    .as(
                        (name, calendar) ->
                            file.withBasics(
                                    Map.of("en", name, "fr", name, "es", name),
                                    file.zone(),
                                    file.languages(),
                                    file.workingLanguage())
                                .withHolidays(calendar, file.ownDays())));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withCharRange('À', 'ž')
        .withChars('’', '–', ' ', 'ب', '中')
        .ofMinLength(1)
        .ofMaxLength(60)
        .map(String::strip)
        .filter(name -> !name.isBlank());
  }

  private static Arbitrary<List<Day>> ownDays() {
    Arbitrary<String> day =
        Combinators.combine(Arbitraries.longs().between(0, 40_000), Arbitraries.of(true, false))
            .as(
                (epoch, yearly) -> {
                  String date = LocalDate.ofEpochDay(epoch).toString();
                  return yearly ? "-" + date.substring(4) : date;
                });
    return Combinators.combine(day, names())
        .as(Day::new)
        .list()
        .uniqueElements(Day::day)
        .ofMaxSize(20);
  }

  private static Arbitrary<List<UsualInstitution>> institutions() {
    Arbitrary<String> acronym =
        Arbitraries.strings()
            .withCharRange('A', 'Z')
            .withChars('é', '1')
            .ofMinLength(1)
            .ofMaxLength(30);
    return Combinators.combine(
            acronym, names(), Arbitraries.of(Category.values()), Arbitraries.of(true, false))
        .as(
            (word, name, category, asked) ->
                new UsualInstitution(word, name, category.name(), asked))
        .list()
        .uniqueElements(UsualInstitution::acronym)
        .ofMaxSize(10);
  }

  private static Arbitrary<Map<String, String>> terms() {
    Set<String> free =
        Arrays.stream(CountryTerm.values())
            .filter(term -> !term.name().startsWith("NOMINATION"))
            .map(CountryTerm::code)
            .collect(Collectors.toSet());
    return Arbitraries.maps(
            Arbitraries.of(free),
            Combinators.combine(
                    Arbitraries.integers().between(1, CountryTerm.LONGEST),
                    Arbitraries.of("d", "wd"))
                .as((amount, unit) -> amount + unit))
        .map(LinkedHashMap::new);
  }
}
