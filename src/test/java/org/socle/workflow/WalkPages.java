package org.socle.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.socle.assessment.Recommendations;
import org.socle.decision.Decisions;
import org.socle.decision.Levels;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Rounds;
import org.socle.stakeholder.Institutions;
import org.socle.stakeholder.NewInstitution;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.Duties.Duty;
import org.springframework.stereotype.Component;

/** Stores at random what our own pages store before their task is completed. */
@Component
class WalkPages {

  private static final List<String> CATEGORIES = List.of("CSO_GRP", "CSO_NAT", "EMP", "WRK");
  private static final List<String> VALUES =
      List.of("SUPPORT", "SUPPORT_WITH_RESERVATION", "OBJECT", "ABSTAIN");
  private static final List<String> OUTCOMES =
      List.of("APPROVED_MODIFIED", "RETURNED", "DEFERRED", "REJECTED", "NOT_CONSIDERED");

  private final Institutions institutions;
  private final Recommendations recommendations;
  private final Rounds rounds;
  private final Items items;
  private final Positions positions;
  private final Seats seats;
  private final Levels levels;
  private final Decisions decisions;

  WalkPages(
      Institutions institutions,
      Recommendations recommendations,
      Rounds rounds,
      Items items,
      Positions positions,
      Seats seats,
      Levels levels,
      Decisions decisions) {
    this.institutions = institutions;
    this.recommendations = recommendations;
    this.rounds = rounds;
    this.items = items;
    this.positions = positions;
    this.seats = seats;
    this.levels = levels;
    this.decisions = decisions;
  }

  /** Stores what the page of a duty holds, or nothing when it has no page. */
  void store(Duty duty, WalkAnswers answers, LocalDate today, Positions.Source source) {
    String caseId = duty.caseId();
    switch (duty.element()) {
      case "userTask_mapStakeholders" -> map(caseId, answers);
      case "userTask_enterRecommendations" -> recommend(caseId, answers);
      case "userTask_recordAttendance" -> attend(caseId, answers);
      case "userTask_answerPositions" -> take(duty, answers, source);
      case "userTask_recordDecision" -> decide(caseId, answers, today);
      default -> {
        // A form alone.
      }
    }
  }

  /** Who owes a duty, by a name that is the same in each repetition of a walk; ids are not. */
  String owner(Duty duty) {
    return duty.group().startsWith("seat-")
        ? seats.find(duty.group().substring("seat-".length())).orElseThrow().acronym()
        : duty.group();
  }

  private void map(String caseId, WalkAnswers answers) {
    if (answers.chance(50)) {
      String acronym = "W" + institutions.list(caseId).size();
      institutions.add(
          caseId,
          new NewInstitution(
              acronym, "Walkers", answers.pick(CATEGORIES), answers.chance(30), null, "Asked to"),
          "acc-walk");
    }
  }

  private void recommend(String caseId, WalkAnswers answers) {
    for (int left = answers.pick(List.of(0, 1, 1, 2, 3)); left > 0; left--) {
      recommendations.add(
          caseId,
          new Recommendations.Draft(
              answers.pick(List.of("G1", "G2", "G3", "G4")),
              "Recommendation " + left,
              "Text",
              1,
              answers.chance(40),
              BigDecimal.ONE,
              null),
          "acc-walk");
    }
  }

  private void attend(String caseId, WalkAnswers answers) {
    List<String> ids =
        seats.seated(caseId).stream()
            .sorted(Comparator.comparing(Seat::acronym))
            .map(Seat::id)
            .toList();
    int likely = answers.pick(List.of(40, 90, 100));
    rounds.recordAttendance(
        round(caseId), answers.some(ids, likely), answers.chance(90), "acc-walk");
  }

  private void take(Duty duty, WalkAnswers answers, Positions.Source source) {
    String round = round(duty.caseId());
    List<Positions.Answer> all =
        items.open(round).stream()
            .map(
                item ->
                    new Positions.Answer(
                        item.id(),
                        answers.chance(75) ? "SUPPORT" : answers.pick(VALUES),
                        "Because"))
            .toList();
    positions.record(
        round,
        duty.group().substring("seat-".length()),
        all,
        new Positions.Source("acc-walk", null, null));
  }

  private void decide(String caseId, WalkAnswers answers, LocalDate today) {
    Levels.DecisionLevel level =
        levels.ofCase(caseId).stream()
            .filter(one -> one.state() == Levels.State.OPEN)
            .findFirst()
            .orElseThrow();
    for (Decisions.Pending pending : decisions.pending(level.id())) {
      String outcome = answers.chance(60) ? "APPROVED" : answers.pick(OUTCOMES);
      List<Decisions.ConditionDraft> conditions =
          "RETURNED".equals(outcome)
              ? List.of(
                  new Decisions.ConditionDraft("Condition", "secretariat", today.plusDays(30)))
              : List.of();
      decisions.record(
          level.id(),
          pending.recommendation().id(),
          new Decisions.Entry(outcome, "Because", null, null, conditions),
          "acc-walk");
    }
  }

  private String round(String caseId) {
    return rounds.current(caseId).orElseThrow().id();
  }
}
