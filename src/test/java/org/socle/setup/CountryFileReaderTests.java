package org.socle.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.country.CountryTerm;
import org.socle.stakeholder.UsualInstitution;
import org.springframework.context.support.ResourceBundleMessageSource;

class CountryFileReaderTests {

  static final List<String> QUORUMS =
      List.of("GROUPS_PRESENT", "FR_RECONVENE", "GHANA_STYLE", "CONSULTATIVE");

  private static final String GOOD = resource("country-training.yaml");

  private static String resource(String name) {
    try (InputStream in = CountryFileReaderTests.class.getResourceAsStream("/demo/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CountryFile read(String text) {
    return CountryFileReader.read(text.getBytes(StandardCharsets.UTF_8), QUORUMS);
  }

  /** What is wrong with a file, as the command says it. */
  private static List<String> problems(String text) {
    RefusedCountryException refused =
        catchThrowableOfType(RefusedCountryException.class, () -> read(text));
    assertThat(refused).as("%s is refused", text).isNotNull();
    ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    words.setBasenames("messages/countries", "messages/error");
    words.setDefaultEncoding("UTF-8");
    return refused.problems().stream()
        .map(
            problem ->
                problem.line()
                    + " "
                    + problem.error().field()
                    + ": "
                    + words.getMessage(
                        problem.error().message(),
                        problem.error().arguments().toArray(),
                        Locale.ENGLISH))
        .toList();
  }

  @Test
  void readsEverythingOfAFile() {
    CountryFile file = read(GOOD);
    assertThat(file.iso3()).isEqualTo("XAR");
    assertThat(file.names()).containsEntry("fr", "Arbèle (formation)");
    assertThat(file.workWeek())
        .containsExactly("monday", "tuesday", "wednesday", "thursday", "sunday");
    assertThat(file.ownDays())
        .containsExactly(
            new CountryFile.Day("--05-09", "Constitution Day"),
            new CountryFile.Day("2027-03-01", "Census Day"));
    assertThat(file.institutions())
        .contains(new UsualInstitution("CPA", "Conseil du patronat d’Arbèle", "EMP", false));
    assertThat(file.quorum()).isEqualTo("GROUPS_PRESENT");
    assertThat(file.profile(1).term(CountryTerm.CLARIFICATION)).hasToString("20wd");
    assertThat(file.profile(1).term(CountryTerm.OPINION)).hasToString("15wd");
    assertThat(file.profile(1).training()).isTrue();
    assertThat(read(resource("country-philippines.yaml")).profile(1).training()).isFalse();
  }

  @Test
  void readsAFileThatBeginsWithAByteOrderMark() {
    assertThat(read("\uFEFF" + GOOD).iso3()).isEqualTo("XAR");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("XAR", "ZZZ", "2 country: “ZZZ” is no country code."),
        Arguments.of("country: XAR", "country: xar", "2 country: “xar” is no country code."),
        Arguments.of("Africa/Cairo", "Cairo", "7 time_zone: “Cairo” is no time zone."),
        Arguments.of("[fr, ar]", "[fr, english]", "8 languages: “english” is no language code."),
        Arguments.of("[fr, ar]", "[fr, no]", "8 languages: languages is a text. Put it in quotes"),
        Arguments.of("language: fr", "language: pt", "9 working_language: “pt” cannot name tasks."),
        Arguments.of("sunday, ", "sonntag, ", "10 working_week: “sonntag” is no day of the week."),
        Arguments.of("sunday, ", "monday, ", "10 working_week: “monday” stands twice."),
        Arguments.of(
            "[sunday, monday, tuesday, wednesday, thursday]",
            "[]",
            "10 working_week: Choose at least one day"),
        Arguments.of(
            "own_days:", "holidays: zz\nown_days:", "11 holidays: There is no calendar “zz”."),
        Arguments.of("--05-09", "--02-30", "12 own_days.0.day: “--02-30” is no day."),
        Arguments.of("2027-03-01", "2027-02-29", "13 own_days.1.day: “2027-02-29” is no day."),
        Arguments.of(
            "2027-03-01", "--05-09", "13 own_days.--05-09: own_days.--05-09 stands twice."),
        Arguments.of("Census Day", "\"\"", "13 own_days.1.name: Enter a value."),
        Arguments.of(
            "acronym: MTAS", "acronym: '<b>'", "15 institutions.0.acronym: “<b>” is no acronym."),
        Arguments.of(
            "acronym: CNSS", "acronym: MTAS", "16 institutions.1.acronym: “MTAS” stands twice."),
        Arguments.of(
            "category: EMP",
            "category: BOSS",
            "17 institutions.2.category: “BOSS” is no category."),
        Arguments.of(
            "mandatory: true",
            "mandatory: maybe",
            "15 institutions.0.mandatory: institutions.0.mandatory is true or false."),
        Arguments.of(
            ", category: WRK",
            "",
            "18 institutions.3.category: institutions.3.category is missing."),
        Arguments.of("[ILO, WHO]", "[ILO, OMS]", "19 agencies: “OMS” is no agency."),
        Arguments.of("[ILO, WHO]", "ILO", "19 agencies: agencies is a list"),
        Arguments.of(
            "terms:",
            "rules:\n  quorum: HALF\nterms:",
            "21 quorum: The rule table has no quorum “HALF”. Take one of: GROUPS_PRESENT, FR_RECONVENE"),
        Arguments.of("20wd", "0d", "21 terms.clarification: “0d” is no term."),
        Arguments.of("20wd", "366d", "21 terms.clarification: “366d” is no term."),
        Arguments.of("20wd", "three weeks", "21 terms.clarification: “three weeks” is no term."),
        Arguments.of(
            "clarification: 20wd",
            "nomination: 60d",
            "21 terms.nomination-end: The end of nominations"),
        Arguments.of(
            "clarification: 20wd",
            "nomination: 5wd",
            "21 terms.nomination-end: The end of nominations"),
        Arguments.of(
            "clarification",
            "coffee",
            "21 : There is no key terms.coffee. Remove it or use one of: check-request"),
        Arguments.of(
            "time_zone",
            "timezone",
            "7 : There is no key timezone. Remove it or use one of: country, name"),
        Arguments.of("time_zone: Africa/Cairo\n", "", "2 time_zone: time_zone is missing. Add it."),
        Arguments.of("  es: Arbela (formación)\n", "", "4 name.es: name.es is missing."),
        Arguments.of("agencies:", "country: XAR\nagencies:", "19 country: country stands twice."),
        Arguments.of("Arbela (training)", "\"Arbela\\u0007\"", "4 name.en: Remove the characters"),
        Arguments.of("Arbela (training)", "\"Arbela\\ntwo\"", "4 name.en: Remove the characters"),
        Arguments.of("Arbela (training)", "x".repeat(121), "4 name.en: Use at most 120 characters"),
        Arguments.of("country: XAR", "country: &a XAR", "2 : Anchors and aliases"),
        Arguments.of(
            "Census Day", "{a: {b: {c: d}}}", "13 : Lists and blocks are nested deeper than 4."),
        Arguments.of("country: XAR", "country: [", "4 : This is not YAML"),
        Arguments.of(
            "country: XAR",
            "country: !!java.net.URL [\"http://x\"]",
            "2 : This is not YAML: Global tag is not allowed"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void namesTheLineAndTheFieldAndSaysWhatToDo(String good, String bad, String expected) {
    assertThat(GOOD).contains(good);
    assertThat(
            problems(
                GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad.replace("\\", "\\\\"))))
        .anySatisfy(problem -> assertThat(problem).startsWith(expected));
  }

  @Test
  void namesAllProblemsAtOnceInTheOrderOfTheLines() {
    String text =
        GOOD.replace("Africa/Cairo", "Cairo")
            .replace("ILO", "OIT")
            .replace("20wd", "20")
            .replace("EMP", "E");
    assertThat(problems(text))
        .extracting(problem -> problem.split(" ")[0])
        .containsExactly("7", "17", "19", "21");
    assertThat(problems("country: [XAR]\nname: x\n")).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "- a\n- b", "word", "a: b: c", "\0"})
  void refusesWhatIsNoFileAtAll(String text) {
    assertThat(problems(text)).isNotEmpty();
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    assertThat(problems("#" + "x".repeat(CountrySetUp.LARGEST_FILE)))
        .containsExactly("0 : The file is larger than 256 KB. Leave out what is not needed.");
  }

  @Test
  void limitsHowMuchAFileMayHold() {
    StringBuilder days = new StringBuilder("own_days:\n");
    for (int at = 0; at < 101; at++) {
      days.append("  ").append(1900 + at).append("-01-02: Day\n");
    }
    assertThat(problems(GOOD.replaceFirst("own_days:\n", days.toString())))
        .anySatisfy(problem -> assertThat(problem).contains("own_days: At most 100 are possible."));
    StringBuilder yearly = new StringBuilder("own_days:\n");
    for (int at = 1; at <= 41; at++) {
      yearly.append("  --%02d-%02d: Day\n".formatted(6 + at / 28, 1 + at % 28));
    }
    assertThat(problems(GOOD.replaceFirst("own_days:\n", yearly.toString())))
        .anySatisfy(
            problem -> assertThat(problem).contains("At most 40 days may be free every year"));
  }
}
