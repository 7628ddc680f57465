package org.socle.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.socle.dialogue.Rounds;
import org.socle.nationalprocess.CaseEngine;
import org.socle.nationalprocess.CaseRecord;
import org.socle.nationalprocess.Cases;
import org.socle.operation.TestDatabase;
import org.socle.security.Accounts;
import org.socle.security.IdentityDirectory;
import org.socle.stakeholder.Institutions;
import org.socle.tracking.Askings;
import org.socle.tracking.Duties;
import org.socle.tracking.Duties.Duty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {"socle.demo=true", "camunda.bpm.job-execution.enabled=false"})
class DemoCasesIT {

  @Autowired private DemoCases demo;
  @Autowired private Cases cases;
  @Autowired private CaseEngine engine;
  @Autowired private Rounds rounds;
  @Autowired private Duties duties;
  @Autowired private Accounts accounts;
  @Autowired private Institutions institutions;
  @Autowired private IdentityDirectory directory;
  @Autowired private Askings askings;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.registerEmbedded(registry);
  }

  @Test
  void standsInARoundWithOpenDutiesAndTheTradeUnionOwesItsPositions() {
    String caseId = training().id();
    List<Duty> open = open(caseId);
    String union = accounts.idOf("stakeholder").orElseThrow();

    assertThat(engine.currentSteps(caseId)).containsExactly("receiveTask_awaitPositions");
    assertThat(rounds.current(caseId).orElseThrow().quorum()).isTrue();
    assertThat(open)
        .hasSizeGreaterThan(3)
        .allMatch(duty -> duty.element().equals("userTask_answerPositions"));
    assertThat(duties.ofCase(caseId))
        .filteredOn(duty -> duty.element().equals("userTask_answerPositions"))
        .filteredOn(duty -> duty.state().equals("answered"))
        .hasSize(4);
    assertThat(open)
        .filteredOn(duty -> directory.groupsOf(union).contains(duty.group()))
        .hasSize(1);
    assertThat(open).allSatisfy(duty -> assertThat(duty.dueDate()).isBefore(LocalDate.now(clock)));
    assertThat(askings.openOf(caseId))
        .singleElement()
        .satisfies(
            asking -> assertThat(asking.dueDate()).isAfter(LocalDate.now(clock).plusDays(14)));
  }

  @Test
  void isMarkedAsTrainingAndEverythingInItLiesInThePast() {
    CaseRecord training = training();

    assertThat(training.training()).isTrue();
    assertThat(training.openedAt()).isBefore(Instant.now());
    assertThat(
            jdbc.sql("select count(*) from evidence where at > ?")
                .param(OffsetDateTime.now(clock))
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theTradeUnionActsForItsSeatInEveryNewCaseToo() {
    institutions.startFromDefaults("a-new-case", "XTR");

    assertThat(institutions.find("a-new-case", "CTUC").orElseThrow().accountId())
        .isEqualTo(accounts.idOf("stakeholder").orElseThrow());
  }

  @Test
  void bothClocksRunAgain() {
    assertThat(Duration.between(clock.instant(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void aSecondStartAddsNothing() {
    long before = evidence();

    demo.start();

    assertThat(evidence()).isEqualTo(before);
    assertThat(cases.ofCountries(Set.of("PHL", "XTR"))).hasSize(2);
  }

  private CaseRecord training() {
    return cases.ofCountries(Set.of("XTR")).get(0);
  }

  private List<Duty> open(String caseId) {
    return duties.ofCase(caseId).stream().filter(duty -> duty.state().equals("open")).toList();
  }

  private long evidence() {
    return jdbc.sql("select count(*) from evidence").query(Long.class).single();
  }
}
