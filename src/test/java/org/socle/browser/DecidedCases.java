package org.socle.browser;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.socle.assessment.Recommendations;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Rounds;
import org.socle.nationalprocess.CaseRecord;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.Duties.Duty;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries a prepared case through its round to the first deciding body. */
@TestComponent
class DecidedCases {

  private static final String ACTOR = "acc-test";

  private final PreparedCases cases;
  private final Recommendations recommendations;
  private final Rounds rounds;
  private final Items items;
  private final Positions positions;
  private final Seats seats;
  private final TransactionTemplate transaction;

  DecidedCases(
      PreparedCases cases,
      Recommendations recommendations,
      Rounds rounds,
      Items items,
      Positions positions,
      Seats seats,
      PlatformTransactionManager transactions) {
    this.cases = cases;
    this.recommendations = recommendations;
    this.rounds = rounds;
    this.items = items;
    this.positions = positions;
    this.seats = seats;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A new case whose two recommendations have consensus and wait for a decision. */
  CaseRecord atDecision(String title) {
    CaseRecord opened = cases.atRecommendations(title);
    for (String recommended : List.of("Pension for all", "One window")) {
      recommendations.add(
          opened.id(),
          new Recommendations.Draft("G4", recommended, "Pay it.", 1, false, null, null),
          ACTOR);
    }
    cases.convene(opened);
    String round = rounds.current(opened.id()).orElseThrow().id();
    Set<String> present =
        seats.seated(opened.id()).stream().map(Seat::id).collect(Collectors.toSet());
    transaction.executeWithoutResult(
        status -> rounds.recordAttendance(round, present, true, ACTOR));
    cases.complete(opened, "userTask_recordAttendance", Map.of());
    for (Duty duty : cases.open(opened, "userTask_answerPositions")) {
      transaction.executeWithoutResult(status -> support(round, duty));
    }
    cases.complete(opened, "userTask_answerPositions", Map.of());
    cases.complete(opened, "userTask_answerOpinion", Map.of("opinion", "VALID"));
    cases.complete(
        opened,
        "userTask_concludeTechnicalValidation",
        Map.of("result", "VALIDATED", "reason", "All agree."));
    cases.open(opened, "userTask_recordDecision");
    return opened;
  }

  private void support(String round, Duty duty) {
    positions.record(
        round,
        duty.group().substring("seat-".length()),
        items.open(round).stream()
            .map(item -> new Positions.Answer(item.id(), "SUPPORT", null))
            .toList(),
        new Positions.Source(ACTOR, null, null));
  }
}
