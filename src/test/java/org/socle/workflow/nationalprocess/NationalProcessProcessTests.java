package org.socle.workflow.nationalprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.socle.nationalprocess.CaseRecord;
import org.socle.nationalprocess.GovernmentChanges;
import org.socle.nationalprocess.Interruptions;
import org.socle.nationalprocess.Milestone;
import org.socle.nationalprocess.Milestones;
import org.socle.nationalprocess.Outcome;
import org.socle.nationalprocess.Phases;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.EngineTables;
import org.springframework.beans.factory.annotation.Autowired;

/** The parent process with its real phases, on the real tables and services. */
class NationalProcessProcessTests extends NationalCase {

  @Autowired private Interruptions interruptions;
  @Autowired private GovernmentChanges changes;
  @Autowired private Phases phases;
  @Autowired private Milestones milestones;

  @AfterAll
  void covers() {
    assertCovered("national-process");
  }

  @Test
  void goesFromTheRequestToTheEndOfValidation() {
    startCase(request());
    advance(Duration.ofDays(1));
    reachDialogue();
    holdDialogue();
    assertThat(caseEngine.currentSteps(caseId)).contains("receiveTask_awaitOpinions");
    fireTimer("event_opinionTermOver");
    completeTask(
        "userTask_concludeTechnicalValidation",
        Map.of("result", "NOT_VALIDATED", "reason", "Nobody answered"));

    passed(
        "startEvent_supportRequested",
        "serviceTask_registerRequest",
        "callActivity_examineRequest",
        "callActivity_formWorkingGroup",
        "callActivity_holdDialogue",
        "callActivity_validateResult",
        "serviceTask_closeCase",
        "endEvent_caseClosed");
    nothingRuns();
    assertThat(caseEngine.ended(caseId)).isTrue();
    CaseRecord record = cases.get(caseId);
    assertThat(record.status()).isEqualTo("CLOSED");
    assertThat(record.phase()).isEqualTo("CLOSED");
    assertThat(record.outcome()).isEqualTo(Outcome.REFUSED.name());
    assertThat(record.reason()).isNotBlank();
    assertThat(record.closedAt()).isEqualTo(clock.instant());
    assertThat(phases.ofCase(caseId))
        .extracting(Phases.Stay::phase)
        .startsWith("REQUEST", "WORKING_GROUP")
        .endsWith("VALIDATION");
    assertThat(phases.ofCase(caseId)).extracting(Phases.Stay::to).doesNotContainNull();
  }

  @Test
  void keepsTheRequestInOurTablesOnly() {
    startCase(request());

    assertThat(cases.get(caseId).reference()).matches("SPF-XTR-2026-\\d{3}");
    assertThat(cases.findByReference(cases.get(caseId).reference())).isPresent();
    assertThat(cases.get(caseId).phase()).isEqualTo("REQUEST");
    assertThat(cases.ofCountries(List.of("XTR"))).extracting(CaseRecord::id).contains(caseId);
    assertThat(cases.ofCountries(List.of("PHL"))).extracting(CaseRecord::id).doesNotContain(caseId);
    assertThat(
            jdbc.sql("select objectives from nationalprocess_v_request where case_id = ?")
                .param(caseId)
                .query(String.class)
                .single())
        .isEqualTo(OBJECTIVES);
    assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(root().getId()).list())
        .extracting(VariableInstance::getName)
        .containsExactlyInAnyOrder("country", "caseId");
    assertThat(EngineTables.holding(jdbc, OBJECTIVES)).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from rule_set where case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single())
        .isGreaterThanOrEqualTo(6);
  }

  @Test
  void numbersTheCasesOfACountryAndYear() {
    String first = cases.get(startCase(request())).reference();
    String second = cases.get(startCase(request())).reference();
    String elsewhere = cases.get(startCase(with("country", "PHL"))).reference();

    assertThat(number(second)).isEqualTo(number(first) + 1);
    assertThat(elsewhere).isEqualTo("SPF-PHL-2026-001");
  }

  @Test
  void keepsDatedFactsInTheirOrder() {
    startCase(request());
    Milestone day =
        new Milestone("2014-06-19", null, "meeting", "DOLE, NEDA", "First meeting", "A report");
    Milestone month =
        new Milestone("2014-06", "2014-07", "matrix_drafted", null, "Matrix drafted", null);
    milestones.add(caseId, day);
    milestones.add(caseId, month);

    assertThat(milestones.ofCase(caseId)).containsExactly(month, day);
    assertThatThrownBy(
            () ->
                milestones.add(
                    caseId, new Milestone("2014-13", null, "meeting", null, "No such month", null)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                milestones.add(
                    caseId,
                    new Milestone("2014-06", "June", "meeting", null, "No such date", null)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsAPublishedTitleInTheReadersLanguage() {
    startCase(request());
    cases.translateTitle(caseId, "Un socle pour tous", null);

    CaseRecord record = cases.get(caseId);
    assertThat(record.title(Locale.FRENCH)).isEqualTo("Un socle pour tous");
    assertThat(record.title(Locale.forLanguageTag("es"))).isEqualTo("A floor for everybody");
    assertThat(record.title(Locale.ENGLISH)).isEqualTo("A floor for everybody");
  }

  @Test
  void refusesALetterFromTomorrowAndAForeignCountry() {
    assertThatThrownBy(() -> startCase(with("letterDate", "2026-03-03")))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            e ->
                assertThat(e.errors())
                    .extracting(error -> error.message())
                    .containsExactly("error.date-in-future"));
    assertThatThrownBy(() -> startCase(with("country", "FRA")))
        .isInstanceOf(InvalidFormException.class);
    assertThat(cases.find(caseId)).isEmpty();
  }

  @Test
  void closesACaseWhoseRequestIsDeclined() {
    startCase(with("governmentOrigin", false));
    completeTask(
        "userTask_checkRequest",
        Map.of("outcome", "DECLINE", "reason", "Only governments may ask"));

    passed("callActivity_examineRequest", "serviceTask_closeCase", "endEvent_caseClosed");
    notPassed("callActivity_formWorkingGroup");
    nothingRuns();
    assertThat(cases.get(caseId).outcome()).isEqualTo("DECLINED");
    assertThat(cases.get(caseId).reason()).isEqualTo("Only governments may ask");
    assertThat(cases.get(caseId).status()).isEqualTo("CLOSED");
  }

  @Test
  void closesACaseWhoseGroupIsNotFormed() {
    startCase(request());
    reachNominations();
    fireTimer("event_nominationTermOver");
    completeTask(
        "userTask_resolveComposition", Map.of("decision", "ABANDON", "reason", "Nobody will sit"));

    passed("callActivity_formWorkingGroup", "serviceTask_closeCase", "endEvent_caseClosed");
    notPassed("callActivity_holdDialogue");
    nothingRuns();
    assertThat(cases.get(caseId).outcome()).isEqualTo("GROUP_NOT_FORMED");
  }

  @Test
  void closesNoCaseWithoutAReason() {
    startCase(request());
    assertThatThrownBy(() -> inTransaction(() -> cases.close(caseId)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> inTransaction(() -> cases.conclude(caseId, Outcome.LAPSED, " ")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(cases.get(caseId).running()).isTrue();
  }

  @Test
  void suspendsACaseAndAsksAfterAYearWhatShallBecomeOfIt() {
    startCase(request());
    interruptions.suspend(caseId, "Elections", "acc-staff");
    int mails = mails();
    advance(Duration.ofDays(364));
    assertThat(caseEngine.runDueJobs(caseId)).isZero();
    advance(Duration.ofDays(2));
    assertThat(caseEngine.runDueJobs(caseId)).isEqualTo(1);
    assertThat(openDuties("userTask_checkRequest")).isEmpty();
    assertThat(mails()).as("the government and the secretariat are told").isEqualTo(mails + 2);
    completeTask(
        "userTask_chooseResumptionOrWithdrawal",
        Map.of("choice", "RESUME", "reason", "Parliament sits again"));

    passed(
        "startEvent_caseSuspended",
        "serviceTask_suspendCase",
        "event_yearOfSuspensionOver",
        "sendTask_askForChoice",
        "userTask_chooseResumptionOrWithdrawal",
        "sendTask_announceChoice",
        "endEvent_choiceAnnounced",
        "serviceTask_resumeCase",
        "endEvent_caseResumed");
    assertThat(cases.get(caseId).status()).isEqualTo("RUNNING");
    assertThat(openDuties("userTask_checkRequest")).hasSize(1);
    assertThat(
            jdbc.sql("select until_reason from interruption where case_id = ?")
                .param(caseId)
                .query(String.class)
                .single())
        .isEqualTo("Parliament sits again");
  }

  @Test
  void withdrawsACaseThatTheGovernmentGivesUpAfterAYear() {
    reach(Stage.NOMINATIONS, request());
    interruptions.suspend(caseId, "Elections", "acc-staff");
    advance(Duration.ofDays(366));
    caseEngine.runDueJobs(caseId);
    completeTask(
        "userTask_chooseResumptionOrWithdrawal",
        Map.of("choice", "WITHDRAW", "reason", "No more interest"));

    passed(
        "endEvent_choiceAnnounced",
        "startEvent_caseWithdrawn",
        "serviceTask_withdrawCase",
        "endEvent_withdrawalRecorded");
    nothingRuns();
    assertThat(cases.get(caseId).outcome()).isEqualTo("WITHDRAWN");
    assertThat(cases.get(caseId).reason()).isEqualTo("No more interest");
  }

  @Test
  void endsAnUnansweredChoiceWhenSomebodyResumesTheCase() {
    startCase(request());
    interruptions.suspend(caseId, "Elections", "acc-staff");
    advance(Duration.ofDays(366));
    caseEngine.runDueJobs(caseId);
    assertThat(openDuties("userTask_chooseResumptionOrWithdrawal")).hasSize(1);
    interruptions.resume(caseId, "Go on", "acc-staff");

    assertThat(openDuties("userTask_chooseResumptionOrWithdrawal")).isEmpty();
    assertThat(openDuties("userTask_checkRequest")).hasSize(1);
  }

  @Test
  void freezesACaseUntilTheNewGovernmentHasNamedItsMembers() {
    reach(Stage.ROUND, request());
    List<Duty> asked = openDuties("userTask_answerPositions");
    changes.record("XTR", LocalDate.parse("2026-02-27"), "New cabinet", "acc-staff");
    advance(Duration.ofDays(10));
    assertThat(openDuties("userTask_answerPositions")).isEmpty();
    completeTask("userTask_reconfirmMandate", InterruptionTests.confirmed("NEW"));
    List<Duty> renewals = openDuties("userTask_answerNomination");
    assertThat(renewals).hasSizeGreaterThan(3);
    for (Duty duty : renewals) {
      complete(
          duty,
          Map.of(
              "answer",
              "NOMINATE",
              "fullMember",
              "New member",
              "substitute",
              "New substitute",
              "letterReference",
              "L-2"));
    }

    passed(
        "startEvent_governmentChanged",
        "serviceTask_freezeCase",
        "userTask_reconfirmMandate",
        "gateway_newMembers",
        "sendTask_requestNewMembers",
        "receiveTask_awaitNewMembers",
        "gateway_releaseJoin",
        "serviceTask_releaseCase",
        "endEvent_caseReleased");
    assertThat(cases.get(caseId).status()).isEqualTo("RUNNING");
    assertThat(openDuties("userTask_answerPositions")).hasSameSizeAs(asked);
    assertThat(seats.seated(caseId)).hasSize(9);
    finish(Stage.ROUND);
    nothingRuns();
  }

  @Test
  void refusesNewMembersWhereNobodySits() {
    startCase(request());
    changes.record("XTR", LocalDate.parse("2026-02-27"), "New cabinet", "acc-staff");
    assertThatThrownBy(
            () -> completeTask("userTask_reconfirmMandate", InterruptionTests.confirmed("NEW")))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            e -> assertThat(e.errors().get(0).field()).isEqualTo("members"));
    assertThatThrownBy(
            () ->
                completeTask(
                    "userTask_reconfirmMandate",
                    Map.of("mandate", "CHANGED", "members", "CONFIRMED", "reference", "L")))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            e -> assertThat(e.errors().get(0).field()).isEqualTo("mandateText"));
    assertThat(cases.get(caseId).suspended()).isTrue();
  }

  private int mails() {
    return jdbc.sql("select count(*) from notification_outbox where case_id = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  private ProcessInstance root() {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseId)
        .processDefinitionKey("national-process")
        .singleResult();
  }

  private static int number(String reference) {
    return Integer.parseInt(reference.substring(reference.lastIndexOf('-') + 1));
  }
}
