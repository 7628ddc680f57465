package org.socle.workflow.nationalprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.socle.assessment.Recommendations;
import org.socle.assessment.Recommendations.Draft;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Positions.Answer;
import org.socle.dialogue.Positions.Source;
import org.socle.dialogue.Rounds;
import org.socle.nationalprocess.CaseRecord;
import org.socle.nationalprocess.Cases;
import org.socle.nationalprocess.Milestone;
import org.socle.nationalprocess.Milestones;
import org.socle.nationalprocess.Outcome;
import org.socle.nationalprocess.Phases;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.EngineTables;
import org.socle.workflow.ProcessTestSupport;
import org.springframework.beans.factory.annotation.Autowired;

/** The parent process with its real phases, on the real tables and services. */
class NationalProcessProcessTests extends ProcessTestSupport {

  private static final String OBJECTIVES = "Health care for every child of Coresia";

  @Autowired private Cases cases;
  @Autowired private Phases phases;
  @Autowired private Milestones milestones;
  @Autowired private Seats seats;
  @Autowired private Recommendations recommendations;
  @Autowired private Rounds rounds;
  @Autowired private Items items;
  @Autowired private Positions positions;

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

  private void reachNominations() {
    completeTask("userTask_checkRequest", Map.of("outcome", "ACCEPT", "reason", "Complete"));
    completeTask("userTask_appraiseJointly", Map.of("embedding", "NEW_BODY"));
    for (Duty duty : openDuties("userTask_answerInvitation")) {
      complete(duty, Map.of("answer", "PARTICIPATE"));
    }
    completeTask("userTask_confirmLeadAgency", Map.of("agency", "WHO"));
    completeTask("userTask_mapStakeholders", Map.of());
  }

  private void reachDialogue() {
    reachNominations();
    for (Seat seat : seats.seats(caseId)) {
      completeTask(
          "userTask_answerNomination",
          seat.group(),
          Map.of(
              "answer",
              "NOMINATE",
              "fullMember",
              "Full of " + seat.acronym(),
              "substitute",
              "Substitute of " + seat.acronym(),
              "letterReference",
              "L-1"));
    }
    completeTask(
        "userTask_draftTermsOfReference",
        Map.of(
            "mandate", "Assess and recommend",
            "decisionRule", "CONSENSUS",
            "quorumProfile", "GROUPS_PRESENT",
            "maxRounds", 3));
    completeTask(
        "userTask_recordLegalAct",
        Map.of(
            "type", "ORDER", "number", "1", "date", "2026-03-01", "issuer", "Minister of Labour"));
  }

  private void holdDialogue() {
    inTransaction(
        () ->
            recommendations.add(
                caseId,
                new Draft(
                    "G1", "Child health", "Free care under five", 1, false, BigDecimal.ZERO, null),
                "acc-test"));
    completeTask("userTask_enterRecommendations", Map.of());
    completeTask(
        "userTask_conveneRound",
        Map.of(
            "date", "2026-04-01",
            "place", "Ministry of Labour",
            "mode", "IN_PERSON",
            "answerTerm", 10,
            "agenda", "Recommendations"));
    String roundId = rounds.current(caseId).orElseThrow().id();
    Set<String> present = seats.seated(caseId).stream().map(Seat::id).collect(Collectors.toSet());
    inTransaction(() -> rounds.recordAttendance(roundId, present, true, "acc-test"));
    completeTask("userTask_recordAttendance", Map.of());
    for (Duty duty : openDuties("userTask_answerPositions")) {
      String seatId = duty.group().substring("seat-".length());
      List<Answer> support =
          items.open(roundId).stream().map(item -> new Answer(item.id(), "SUPPORT", null)).toList();
      inTransaction(
          () -> positions.record(roundId, seatId, support, new Source("acc-test", null, null)));
      complete(duty, Map.of());
    }
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

  private static Map<String, Object> with(String key, Object value) {
    Map<String, Object> values = new HashMap<>(request());
    values.put(key, value);
    return values;
  }

  private static Map<String, Object> request() {
    Map<String, Object> values = new HashMap<>();
    values.put("country", COUNTRY);
    values.put("title", "A floor for everybody");
    values.put("requestingInstitution", "Ministry of Labour");
    values.put("governmentOrigin", true);
    values.put("signatoryFunction", "Minister of Labour");
    values.put("authorityLevel", "MINISTER");
    values.put("signedLetter", true);
    values.put("letterDate", "2026-02-20");
    values.put("leadMinistry", "Ministry of Labour");
    values.put("objectives", OBJECTIVES);
    values.put("guaranteeG1", true);
    values.put("subject", "HEALTH_FIN");
    values.put("expectedCompletion", "2027-12-31");
    return values;
  }
}
