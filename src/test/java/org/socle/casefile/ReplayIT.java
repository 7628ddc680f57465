package org.socle.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.socle.evidence.EvidenceCheck;
import org.socle.evidence.EvidenceExport;
import org.socle.nationalprocess.CaseEngine;
import org.socle.operation.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {"socle.demo=false", "camunda.bpm.job-execution.enabled=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {

  @Autowired private Replay replay;
  @Autowired private ReplayCommand command;
  @Autowired private CaseReports reports;
  @Autowired private CaseFigures figures;
  @Autowired private CaseEngine engine;
  @Autowired private JdbcClient jdbc;
  @Autowired private EvidenceCheck evidence;
  @Autowired private EvidenceExport export;

  private final List<String> progress = new ArrayList<>();
  private byte[] philippines = new byte[0];
  private String caseId = "";

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
  }

  @BeforeAll
  void replayThePhilippineFile() throws IOException {
    try (InputStream in = ReplayIT.class.getResourceAsStream("/demo/philippines-2014.yaml")) {
      philippines = in.readAllBytes();
    }
    caseId = replay.run(philippines, progress::add);
  }

  @Test
  void measuresTheTwoFiguresInTheRowsOfTheCase() {
    assertThat(figures.ofCase(caseId))
        .extracting(
            figure -> figure.name(),
            figure -> figure.months().toPlainString(),
            figure -> figure.days())
        .containsExactly(
            tuple("core-group-to-cabinet", "17.2", 525),
            tuple("support-to-adoption", "107.0", 3256));
  }

  @Test
  void aFigureFollowsTheRowsNotTheFile() {
    jdbc.sql(
            "update decision set decided_on = date '2015-12-26' where decided_on = date '2015-11-26'")
        .update();
    String moved = figures.ofCase(caseId).get(0).months().toPlainString();
    jdbc.sql(
            "update decision set decided_on = date '2015-11-26' where decided_on = date '2015-12-26'")
        .update();

    assertThat(moved).isEqualTo("18.2");
  }

  @Test
  void standsOnThePublishedDates() {
    CaseReport report = reports.of(caseId);

    assertThat(report.reference()).isEqualTo("SPF-PHL-2014-001");
    assertThat(report.status()).isEqualTo("CLOSED");
    assertThat(report.outcome()).isEqualTo("DECIDED");
    assertThat(report.phases())
        .extracting(
            phase -> phase.phase(),
            phase -> String.valueOf(phase.from()),
            phase -> String.valueOf(phase.to()))
        .containsExactly(
            tuple("REQUEST", "2014-05-21", "2014-05-23"),
            tuple("WORKING_GROUP", "2014-05-23", "2014-10-01"),
            tuple("DIALOGUE", "2014-10-01", "2015-09-29"),
            tuple("VALIDATION", "2015-09-29", "2023-04-20"));
    assertThat(report.milestones()).hasSize(19);
    assertThat(report.milestones())
        .anySatisfy(fact -> assertThat(fact.date()).isEqualTo("2014-07"));
    assertThat(report.milestones())
        .allSatisfy(fact -> assertThat(fact.source()).contains("https://"));
    assertThat(report.reported())
        .extracting("from", "to")
        .containsExactly(tuple("2014-06", "2015-12"), tuple("2014-10", "2015-12"));
    assertThat(report.notes()).extracting("text").contains("social security institutions");
  }

  @Test
  void recordsWhatEachBodyDecidedAndTheFourConditions() {
    CaseReport report = reports.of(caseId);

    assertThat(report.outcomes())
        .extracting(
            o -> o.body(), o -> o.attempt(), o -> o.outcome(), o -> String.valueOf(o.decidedOn()))
        .containsExactly(
            tuple("cabinet cluster", 1, "RETURNED", "2015-11-26"),
            tuple("cabinet cluster", 2, "NOT_PUBLISHED", "null"),
            tuple("Social Development Committee", 1, "APPROVED", "null"),
            tuple("NEDA Board", 1, "APPROVED", "2023-04-20"));
    assertThat(report.conditions())
        .extracting("text")
        .containsExactly(
            "prioritise over two administrations, 2017-22 and 2023-28",
            "compare with other ASEAN countries",
            "microsimulation of the effect on poverty",
            "strategies for fiscal space");
  }

  @Test
  void seatsTheNineInstitutionsOfTheCoreGroup() {
    List<String> seated =
        jdbc.sql(
                "select acronym from stakeholder_v_seat where case_id = ? and state = 'SEATED' order by acronym")
            .param(caseId)
            .query(String.class)
            .list();

    assertThat(seated)
        .containsExactly("DBM", "DOLE", "DSWD", "ECOP", "FFW", "NAPC", "NEDA", "PSA", "UNCT");
  }

  @Test
  void passesNothingSilently() {
    List<CaseReport.GapLine> entries = reports.of(caseId).entries();

    assertThat(entries)
        .filteredOn(entry -> entry.kind().equals("PUBLISHED_OTHERWISE"))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.source()).contains("https://"));
    assertThat(entries)
        .filteredOn(entry -> entry.kind().equals("NOT_PUBLISHED"))
        .extracting(CaseReport.GapLine::step)
        .contains(
            "submit-request",
            "userTask_appraiseJointly",
            "userTask_answerInvitation",
            "userTask_confirmLeadAgency",
            "userTask_answerNomination",
            "userTask_draftTermsOfReference",
            "userTask_recordLegalAct",
            "userTask_enterRecommendations",
            "userTask_conveneRound",
            "userTask_recordAttendance",
            "userTask_answerPositions",
            "userTask_answerOpinion",
            "userTask_concludeTechnicalValidation",
            "userTask_fulfilCondition");
    assertThat(reports.of(caseId).duties())
        .allSatisfy(duty -> assertThat(duty.state()).isEqualTo("answered"));
  }

  @Test
  void leavesNoInstanceAndNoOpenDutyAndSendsNoMail() {
    assertThat(engine.ended(caseId)).isTrue();
    assertThat(jdbc.sql("select count(*) from act_ru_execution").query(Integer.class).single())
        .isZero();
    assertThat(
            jdbc.sql("select count(*) from duty where case_id = ? and state = 'open'")
                .param(caseId)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql("select distinct state from notification_outbox").query(String.class).list())
        .containsExactly("replayed");
  }

  @Test
  void sealsEveryActAndASecondProgramComesToTheSameChain(@TempDir Path folder) throws Exception {
    EvidenceCheck.Result result = evidence.chain(caseId, (chain, rows, of) -> {});
    assertThat(result.findings()).isEmpty();
    assertThat(result.rows()).isGreaterThan(100);

    Path file = folder.resolve("evidence.json");
    try (OutputStream out = Files.newOutputStream(file)) {
      export.json(caseId, "SPF-PHL-2014-001", out);
    }
    Process verifier =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "src/docs/VerifyEvidence.java",
                file.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("OK SPF-PHL-2014-001: " + result.rows() + " rows, head " + result.head());
    assertThat(verifier.waitFor()).isZero();
  }

  @Test
  void refusesTheSameFileTwiceWithTheReference() {
    Map<String, Long> before = rows();

    RefusedFileException refusal =
        catchThrowableOfType(
            RefusedFileException.class, () -> replay.run(philippines, progress::add));

    assertThat(refusal.getMessage()).contains("SPF-PHL-2014-001");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void takesUpAnInterruptedReplayWhereItStopped() {
    byte[] copy = copy("# interrupted\n");
    AtomicInteger steps = new AtomicInteger();
    Consumer<String> plug =
        line -> {
          if (steps.incrementAndGet() == 20) {
            throw new IllegalArgumentException("pulled");
          }
        };
    Throwable pulled = catchThrowable(() -> replay.run(copy, plug));

    CaseReport report = reports.of(replay.run(copy, progress::add));

    assertThat(pulled).hasMessage("pulled");
    assertThat(report.status()).isEqualTo("CLOSED");
    assertThat(report.milestones()).hasSize(19);
    assertThat(report.duties()).hasSameSizeAs(reports.of(caseId).duties());
    assertThat(report.figures())
        .extracting("months")
        .isEqualTo(
            reports.of(caseId).figures().stream().map(CaseReport.FigureLine::months).toList());
  }

  @Test
  void aRefusedFileLeavesNoRow(@TempDir Path folder) throws IOException {
    String wrong =
        new String(philippines, StandardCharsets.UTF_8).replace("country: PHL", "country: QQQ");
    Path file = Files.writeString(folder.resolve("wrong.yaml"), wrong);
    Map<String, Long> before = rows();
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code =
        command.run(
            List.of(file.toString()),
            new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(err));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("country QQQ is not set up");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void theCommandTellsTheCaseAsTextAndAsJson(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("other.yaml"), copy("# another copy\n"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code =
        command.run(List.of(file.toString(), "--json"), new PrintStream(out), new PrintStream(err));

    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toByteArray());
    assertThat(json.at("/figures/0/months").asText()).isEqualTo("17.2");
    assertThat(json.at("/figures/1/months").decimalValue()).isEqualByComparingTo("107");
    assertThat(json.at("/milestones")).hasSize(19);
    assertThat(ReportText.of(reports.of(json.at("/caseId").asText())))
        .contains(
            "17.2 months (525 days)",
            "107 months (3256 days)",
            "Not published, or published otherwise");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("2014-05-28  answer nomination");
  }

  @Test
  void wrongUsageHasItsOwnExitCode() {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());

    assertThat(command.run(List.of(), nowhere, nowhere)).isEqualTo(2);
    assertThat(command.run(List.of("no-such-file.yaml"), nowhere, nowhere)).isEqualTo(2);
  }

  /** The same facts in a file of its own. */
  private byte[] copy(String comment) {
    return (new String(philippines, StandardCharsets.UTF_8) + comment)
        .getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Long> rows() {
    List<String> tables =
        jdbc.sql(
                """
                select table_name from information_schema.tables
                 where table_schema = 'public' and table_type = 'BASE TABLE'
                """)
            .query(String.class)
            .list();
    return tables.stream().collect(Collectors.toMap(table -> table, this::count));
  }

  private Long count(String table) {
    return jdbc.sql("select count(*) from \"" + table + "\"").query(Long.class).single();
  }
}
