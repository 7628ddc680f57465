package org.socle.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaseFileReaderTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String PHILIPPINES = resource("/demo/philippines-2014.yaml");

  @Test
  void readsEveryFactOfThePhilippineFile() {
    CaseFile file = read(PHILIPPINES);

    assertThat(file.country()).isEqualTo("PHL");
    assertThat(file.title()).containsOnlyKeys("en", "fr", "es");
    assertThat(file.lead()).containsExactly("DOLE", "NEDA");
    assertThat(file.institutions())
        .extracting("acronym")
        .containsExactly("NEDA", "DOLE", "DSWD", "DBM", "PSA", "NAPC", "ECOP", "FFW", "UNCT");
    assertThat(file.attendsWithoutSeat()).containsExactly("social security institutions");
    assertThat(file.bodies())
        .extracting("name")
        .containsExactly("cabinet cluster", "Social Development Committee", "NEDA Board");
    assertThat(file.events())
        .hasSize(19)
        .allSatisfy(event -> assertThat(file.source(event.source())).isPresent());
    assertThat(file.decisions())
        .extracting("outcome")
        .containsExactly("RETURNED", "APPROVED", "APPROVED");
    assertThat(file.decisions().get(0).conditions()).hasSize(4);
    assertThat(file.sources()).hasSize(7);
    assertThat(file.figures()).hasSize(2);
    assertThat(file.reported()).hasSize(2);
    assertThat(file.recommendations()).isEmpty();
  }

  @Test
  void placesAMonthOnItsFirstDayThatKeepsTheOrder() {
    String later = PHILIPPINES.replace("date: 2014-07\n", "date: 2014-06\n");

    assertThat(read(PHILIPPINES).events().get(5).day()).isEqualTo("2014-07-01");
    assertThat(read(later).events().get(5).day()).isEqualTo("2014-06-19");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        wrong(
            "kind: presented",
            "kind: presented\n    colour: red",
            "colour: red",
            "unknown key colour"),
        wrong(
            "country: PHL",
            "country: Philippines",
            "country:",
            "is not a code of three capital letters"),
        wrong("country: PHL", "country: [PHL]", "country:", "country is a text"),
        wrong(
            "country: PHL",
            "country: PHL\ncountry: XTR",
            "country: XTR",
            "key country stands twice"),
        wrong("order: 2", "order: second", "order: second", "order is a number from 1 to 20"),
        wrong("order: 2", "order: 1", "order: 1 }\n  - { name: NEDA", "order 1 is declared twice"),
        wrong("name: Federation of Free Workers", "name: 12", "name: 12", "name is a text"),
        wrong(
            "date: 2014-06-05",
            "date: 2014-06-31",
            "date: 2014-06-31",
            "2014-06-31 is no date of the calendar"),
        wrong(
            "date: 2014-08\n",
            "date: 2014-13\n",
            "date: 2014-13",
            "2014-13 is no date of the calendar"),
        wrong(
            "date: 2014-06-05", "date: June 2014", "date: June 2014", "is no date of the calendar"),
        wrong("date: 2023-04-20", "date: 2093-04-20", "date: 2093-04-20", "lies in the future"),
        wrong(
            "until: 2015-06-03", "until: 2015-06-01", "date: 2015-06-02", "lies before 2015-06-02"),
        wrong(
            "date: 2014-06-05",
            "date: 2014-05-05",
            "date: 2014-05-05",
            "stands after a later event"),
        wrong(
            "who: [DOLE, ILO]",
            "who: [DOLE, WHO]",
            "who: [DOLE, WHO]",
            "who names WHO, which is not declared"),
        wrong(
            "who: [NEDA Board]",
            "who: [Senate]",
            "who: [Senate]",
            "who names Senate, which is not declared"),
        wrong(
            "acronym: DBM",
            "acronym: DOLE",
            "acronym: DOLE, name: Department of B",
            "DOLE is declared twice"),
        wrong(
            "category: GOV_STAT",
            "category: GOV_DATA",
            "GOV_DATA",
            "category GOV_DATA is not one of"),
        wrong(
            "category: WRK }",
            "category: WRK, agencies: [WHO] }",
            "agencies: [WHO]",
            "agencies belong to"),
        wrong("kind: presented", "kind: shown", "kind: shown", "kind shown is not one of"),
        wrong(
            "kind: presented",
            "kind: presented\n    outcome: APPROVED",
            "date: 2014-06-05",
            "only political_decision"),
        wrong(
            "    outcome: RETURNED\n",
            "    outcome: APPROVED\n",
            "date: 2015-11-26",
            "conditions belong to"),
        wrong(
            "    outcome: RETURNED\n",
            "",
            "date: 2015-11-26",
            "political_decision needs an outcome"),
        wrong(
            "level: INTERMINISTERIAL\n",
            "level: FINANCE\n",
            "date: 2023-04\n",
            "stands at level INTERMINISTERIAL"),
        wrong(
            "who: [cabinet cluster]",
            "who: [NEDA Board]",
            "date: 2015-11-26",
            "cabinet cluster decides before"),
        wrong(
            "who: [cabinet cluster]", "who: [DOLE]", "date: 2015-11-26", "names exactly one body"),
        wrong(
            "who: [NEDA Board]",
            "who: [Social Development Committee]",
            "date: 2023-04-20",
            "has already decided"),
        wrong(
            "kind: support_agreed", "kind: meeting", "", "missing an event of kind support_agreed"),
        wrong("kind: group_formed", "kind: meeting", "", "missing an event of kind group_formed"),
        wrong("lead: [DOLE, NEDA]", "lead: [DOLE, DOH]", "lead: [DOLE, DOH]", "lead names DOH"),
        wrong("languages: [en]", "languages: [tl]", "languages: [tl]", "languages names tl"),
        wrong(
            "source: news-22552",
            "source: news-1",
            "source: news-1",
            "source news-1 is not one of"),
        wrong(
            "to: cabinet-cluster",
            "to: senate",
            "name: core-group-to-cabinet",
            "measures from and to the id"),
        wrong(
            "from: support-agreed",
            "from: board-adoption",
            "name: support-to",
            "ends before it begins"),
        wrong(
            "to: 2015-12\n    note",
            "to: 2013-12\n    note",
            "name: matrix-step",
            "ends before it begins"),
        wrong("  es: Piso de protección social de Filipinas\n", "", "en: Social", "missing key es"),
        wrong("country: PHL\n", "", "title:", "missing key country"),
        wrong(
            "address: https://depdev",
            "address: ftp://depdev",
            "address: ftp",
            "is not an address"),
        wrong("lead: [DOLE, NEDA]", "lead: &a [DOLE, NEDA]", "lead:", "anchors and aliases"),
        wrong("lead: [DOLE, NEDA]", "lead: *a", "lead:", "anchors and aliases"),
        wrong("lead: [DOLE, NEDA]", "lead: [[[[[[[[DOLE]]]]]]]]", "lead:", "nested deeper than 6"),
        wrong("lead: [DOLE, NEDA]", "lead: [DOLE, NEDA", "sources:", "this is not YAML"),
        wrong(
            "lead: [DOLE, NEDA]",
            "lead: !!java.lang.String [DOLE, NEDA]",
            "lead:",
            "Global tag is not allowed"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("refusals")
  void refusesWithLineAndReason(String content, String change, int line, String reason) {
    RefusedFileException refusal =
        catchThrowableOfType(RefusedFileException.class, () -> read(content));

    assertThat(refusal).as("refused after " + change).isNotNull();
    assertThat(refusal.problems())
        .as(refusal.getMessage())
        .anySatisfy(
            problem -> {
              assertThat(problem.reason()).contains(reason);
              assertThat(problem.line()).isEqualTo(line);
            });
  }

  @Test
  void namesEveryProblemAtOnceInTheOrderOfLines() {
    String content =
        PHILIPPINES
            .replace("kind: presented", "kind: presented\n    colour: red")
            .replace("country: PHL", "country: Philippines")
            .replace("date: 2014-08\n", "date: 2014-13\n");

    RefusedFileException refusal =
        catchThrowableOfType(RefusedFileException.class, () -> read(content));

    assertThat(refusal.problems())
        .hasSize(3)
        .isSortedAccordingTo((a, b) -> Integer.compare(a.line(), b.line()));
  }

  @Test
  void refusesALargeFileAnEmptyOneAndBytesThatAreNoText() {
    assertThat(reason(new byte[1024 * 1024 + 1])).contains("larger than 1 MB");
    assertThat(reason(new byte[0])).contains("the file is empty");
    assertThat(reason(new byte[] {'a', (byte) 0xC3, (byte) 0x28})).contains("not UTF-8");
    assertThat(reason("- a\n- b\n".getBytes(StandardCharsets.UTF_8)))
        .contains("expected keys and values");
  }

  private static String reason(byte[] content) {
    return catchThrowableOfType(
            RefusedFileException.class, () -> CaseFileReader.read(content, TODAY))
        .getMessage();
  }

  private static CaseFile read(String content) {
    return CaseFileReader.read(content.getBytes(StandardCharsets.UTF_8), TODAY);
  }

  /**
   * A change of the Philippine file, the text whose line must be named (empty: the file as a
   * whole), and the reason.
   */
  private static Arguments wrong(String fact, String change, String at, String reason) {
    String content = PHILIPPINES.replace(fact, change);
    assertThat(content).as(fact + " stands in the file").isNotEqualTo(PHILIPPINES);
    int position = content.indexOf(at);
    int line = at.isEmpty() ? 0 : content.substring(0, position).split("\n", -1).length;
    return Arguments.of(content, change.isEmpty() ? "without " + fact : change, line, reason);
  }

  private static String resource(String name) {
    try (InputStream in = CaseFileReaderTests.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
