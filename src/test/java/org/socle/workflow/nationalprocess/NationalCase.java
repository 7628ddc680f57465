package org.socle.workflow.nationalprocess;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.socle.assessment.Recommendations;
import org.socle.assessment.Recommendations.Draft;
import org.socle.decision.Decisions;
import org.socle.decision.Levels;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Positions.Answer;
import org.socle.dialogue.Positions.Source;
import org.socle.dialogue.Rounds;
import org.socle.nationalprocess.Cases;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.Duties.Duty;
import org.socle.workflow.ProcessTestSupport;
import org.springframework.beans.factory.annotation.Autowired;

/** Carries a case through the real phases of the national process. */
abstract class NationalCase extends ProcessTestSupport {

  static final String OBJECTIVES = "Health care for every child of Coresia";

  /** Where a case can stand and wait for people. */
  enum Stage {
    REQUEST,
    NOMINATIONS,
    ROUND,
    OPINIONS,
    DECISION
  }

  @Autowired Cases cases;
  @Autowired Seats seats;
  @Autowired private Recommendations recommendations;
  @Autowired private Rounds rounds;
  @Autowired private Items items;
  @Autowired private Positions positions;
  @Autowired private Levels levels;
  @Autowired private Decisions decisions;

  /** Starts a case and carries it on until it waits at a stage. */
  void reach(Stage stage, Map<String, Object> request) {
    startCase(request);
    for (Stage at : Stage.values()) {
      if (at == stage) {
        return;
      }
      leave(at);
    }
  }

  /** Carries the case from a stage to its end. */
  void finish(Stage stage) {
    for (Stage at : Stage.values()) {
      if (at.compareTo(stage) >= 0) {
        leave(at);
      }
    }
  }

  private void leave(Stage stage) {
    switch (stage) {
      case REQUEST -> reachNominations();
      case NOMINATIONS -> {
        formGroup();
        holdRound();
      }
      case ROUND -> answerPositions();
      case OPINIONS -> {
        for (Duty duty : openDuties("userTask_answerOpinion")) {
          complete(duty, Map.of("opinion", "VALID"));
        }
        completeTask(
            "userTask_concludeTechnicalValidation",
            Map.of("result", "VALIDATED", "reason", "All agree"));
      }
      case DECISION -> {
        while (!openDuties("userTask_recordDecision").isEmpty()) {
          decide();
        }
      }
    }
  }

  private void decide() {
    String level =
        levels.ofCase(caseId).stream()
            .filter(one -> one.state() == Levels.State.OPEN)
            .findFirst()
            .orElseThrow()
            .id();
    for (Decisions.Pending pending : decisions.pending(level)) {
      decisions.record(
          level,
          pending.recommendation().id(),
          new Decisions.Entry("APPROVED", "Agreed", null, "Minutes", List.of()),
          "acc-test");
    }
    completeTask("userTask_recordDecision", Map.of());
  }

  void reachNominations() {
    completeTask("userTask_checkRequest", Map.of("outcome", "ACCEPT", "reason", "Complete"));
    completeTask("userTask_appraiseJointly", Map.of("embedding", "NEW_BODY"));
    for (Duty duty : openDuties("userTask_answerInvitation")) {
      complete(duty, Map.of("answer", "PARTICIPATE"));
    }
    completeTask("userTask_confirmLeadAgency", Map.of("agency", "WHO"));
    completeTask("userTask_mapStakeholders", Map.of());
  }

  void reachDialogue() {
    reachNominations();
    formGroup();
  }

  private void formGroup() {
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

  void holdDialogue() {
    holdRound();
    answerPositions();
  }

  private void holdRound() {
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
  }

  private void answerPositions() {
    String roundId = rounds.current(caseId).orElseThrow().id();
    for (Duty duty : openDuties("userTask_answerPositions")) {
      String seatId = duty.group().substring("seat-".length());
      List<Answer> support =
          items.open(roundId).stream().map(item -> new Answer(item.id(), "SUPPORT", null)).toList();
      inTransaction(
          () -> positions.record(roundId, seatId, support, new Source("acc-test", null, null)));
      complete(duty, Map.of());
    }
  }

  static Map<String, Object> with(String key, Object value) {
    Map<String, Object> values = new HashMap<>(request());
    values.put(key, value);
    return values;
  }

  static Map<String, Object> request() {
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
