package org.socle.workflow.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.socle.assessment.ConsensusState;
import org.socle.assessment.PoliticalOutcome;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.assessment.Recommendations.Draft;
import org.socle.decision.Conditions;
import org.socle.decision.Conditions.Condition;
import org.socle.decision.Decisions;
import org.socle.decision.Decisions.ConditionDraft;
import org.socle.decision.Decisions.Decision;
import org.socle.decision.Decisions.Entry;
import org.socle.decision.Level;
import org.socle.decision.Levels;
import org.socle.decision.Levels.Body;
import org.socle.decision.Levels.DecisionLevel;
import org.socle.decision.Levels.State;
import org.socle.decision.Opinions;
import org.socle.evidence.Rules;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.ProcessTestSupport;
import org.socle.workflow.StandingCase;
import org.springframework.beans.factory.annotation.Autowired;

/** Technical validation and the levels that decide, to the outcome of each recommendation. */
class ValidationProcessTests extends ProcessTestSupport {

  private static final LocalDate LATER = LocalDate.of(2026, 12, 1);

  @Autowired private Recommendations recommendations;
  @Autowired private Opinions opinions;
  @Autowired private Levels levels;
  @Autowired private Decisions decisions;
  @Autowired private Conditions conditions;
  @Autowired private Rules rules;

  private StandingCase group;

  @AfterAll
  void covers() {
    assertCovered("validation");
    assertCovered("validation-opinion");
    assertCovered("validation-condition");
  }

  @Test
  void decidesEachRecommendationLevelByLevelWithConditionsOnTheWay() {
    begin(free("Registry"), law("Social pension"));
    giveOpinions("VALID");
    conclude("VALIDATED");
    assertThat(levels.ofCase(caseId))
        .extracting(DecisionLevel::level, DecisionLevel::state)
        .containsExactly(
            tuple(Level.TECHNICAL, State.DONE),
            tuple(Level.TRIPARTITE, State.OPEN),
            tuple(Level.INTERMINISTERIAL, State.PENDING),
            tuple(Level.FINANCE, State.PENDING),
            tuple(Level.CABINET, State.PENDING),
            tuple(Level.PARLIAMENT, State.PENDING));
    decide("R1", approved());
    assertThatThrownBy(() -> completeTask("userTask_recordDecision", Map.of()))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.decide-on-page");
    decide("R2", returned());
    completeTask("userTask_recordDecision", Map.of());
    fulfilBoth();
    passed(
        "sendTask_assignConditions",
        "receiveTask_awaitConditions",
        "serviceTask_resubmitItems",
        "userTask_recordDecision");
    assertThat(decisions.pending(open().id()))
        .extracting(item -> item.recommendation().code())
        .containsExactly("R2");
    decide("R2", new Entry("APPROVED_MODIFIED", "From 2028", null, null, List.of()));
    completeTask("userTask_recordDecision", Map.of());
    assertThat(decisions.pending(open().id()))
        .extracting(item -> item.recommendation().code())
        .containsExactly("R2");
    decide("R2", approved());
    completeTask("userTask_recordDecision", Map.of());
    assertThat(openDuties("userTask_recordDecision"))
        .extracting(Duty::group)
        .containsExactly("finance");
    decide("R2", new Entry("REJECTED", "No fiscal space", null, null, List.of()));
    completeTask("userTask_recordDecision", Map.of());

    passed(
        "sendTask_askOpinions",
        "receiveTask_awaitOpinions",
        "serviceTask_closeTechnicalValidation",
        "userTask_concludeTechnicalValidation",
        "businessRuleTask_determineRoute",
        "serviceTask_openNextLevel",
        "userTask_recordDecision",
        "serviceTask_concludeDecision",
        "endEvent_resultDecided");
    notPassed(
        "userTask_correctReport",
        "serviceTask_recordRefusal",
        "event_opinionTermOver",
        "event_yearWithoutDecision");
    nothingRuns();
    assertThat(outcomes()).containsExactly(PoliticalOutcome.APPROVED, PoliticalOutcome.REJECTED);
    assertThat(caseOutcome()).isEqualTo("DECIDED");
    assertThat(levels.ofCase(caseId))
        .extracting(DecisionLevel::state)
        .containsExactly(
            State.DONE, State.DONE, State.DONE, State.DONE, State.SKIPPED, State.SKIPPED);
    assertThat(decisions.ofCase(caseId))
        .extracting(Decision::attempt, Decision::outcome)
        .containsExactlyInAnyOrder(
            tuple(1, PoliticalOutcome.APPROVED),
            tuple(1, PoliticalOutcome.RETURNED),
            tuple(2, PoliticalOutcome.APPROVED_MODIFIED),
            tuple(1, PoliticalOutcome.APPROVED),
            tuple(1, PoliticalOutcome.REJECTED));
    assertThat(count("select count(*) from phase where case_id = ? and phase = 'VALIDATION'"))
        .isEqualTo(1);
    assertThat(actions())
        .contains(
            "opinion.recorded",
            "technical-validation.concluded",
            "route.determined",
            "decision.recorded",
            "conditions.assigned",
            "condition.fulfilled",
            "items.resubmitted",
            "level.skipped",
            "result.concluded");
  }

  @Test
  void endsRefusedWhenTheGroupDoesNotValidate() {
    begin(free("Registry"));
    Map<String, Object> withoutText = Map.of("opinion", "NOT_VALID");
    assertThatThrownBy(
            () ->
                completeTask("userTask_answerOpinion", "seat-" + group.seatId("MOL"), withoutText))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.opinion-text-needed");
    completeTask(
        "userTask_answerOpinion",
        "seat-" + group.seatId("MOL"),
        Map.of("opinion", "NOT_VALID", "text", "The figures are wrong"));
    fireTimer("event_opinionTermOver");
    conclude("NOT_VALIDATED");
    passed(
        "event_opinionTermOver",
        "serviceTask_closeTechnicalValidation",
        "userTask_concludeTechnicalValidation",
        "serviceTask_recordRefusal",
        "endEvent_resultRefused");
    notPassed("businessRuleTask_determineRoute");
    nothingRuns();
    assertThat(opinions.tally(caseId)).isEqualTo(new Opinions.Tally(5, 0, 0, 1, 0, 4));
    assertThat(caseOutcome()).isEqualTo("REFUSED");
  }

  @Test
  void correctsTheReportAndAsksEveryYearForADecision() {
    begin(free("Registry"));
    giveOpinions("VALID_WITH_CORRECTIONS");
    assertThatThrownBy(() -> conclude("CORRECTIONS"))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.corrections-needed");
    completeTask(
        "userTask_concludeTechnicalValidation",
        Map.of("result", "CORRECTIONS", "reason", "Table 3", "corrections", "Table 3"));
    completeTask("userTask_correctReport", Map.of("changes", "Table 3 is new"));
    fireTimer("event_yearWithoutDecision");
    fireTimer("event_yearWithoutDecision");
    assertThat(
            count(
                "select count(*) from notification_outbox where case_id = ? and kind = 'decision-awaited-decision-clerk'"))
        .isEqualTo(2);
    decide("R1", new Entry("REJECTED", "Not now", null, null, List.of()));
    completeTask("userTask_recordDecision", Map.of());
    passed(
        "userTask_correctReport",
        "businessRuleTask_determineRoute",
        "event_yearWithoutDecision",
        "sendTask_askForDecision",
        "endEvent_decisionAsked",
        "endEvent_resultDecided");
    nothingRuns();
    assertThat(outcomes()).containsExactly(PoliticalOutcome.REJECTED);
    assertThat(caseOutcome()).isEqualTo("REFUSED");
  }

  @Test
  void routesByLawAndCostWithAnUnknownCostAsAHighOne() {
    begin(
        free("Registry"),
        priced("Grant", "0.5"),
        priced("Pension", "0.6"),
        priced("Unknown", null),
        law("Act"));
    giveOpinions("VALID");
    conclude("VALIDATED");
    assertThat(route("R1")).containsExactly("TECHNICAL", "TRIPARTITE");
    assertThat(route("R2"))
        .containsExactly("TECHNICAL", "TRIPARTITE", "INTERMINISTERIAL", "FINANCE");
    assertThat(route("R3"))
        .containsExactly("TECHNICAL", "TRIPARTITE", "INTERMINISTERIAL", "FINANCE", "CABINET");
    assertThat(route("R4")).isEqualTo(route("R3"));
    assertThat(route("R5"))
        .containsExactly(
            "TECHNICAL", "TRIPARTITE", "INTERMINISTERIAL", "FINANCE", "CABINET", "PARLIAMENT");
  }

  @Test
  void carriesAPublishedCaseThroughItsBodies() {
    group = new StandingCase(jdbc, caseId, COUNTRY, 3).withGroup().replayed();
    inTransaction(
        () -> {
          rules.adopt(caseId);
          recommendations.fix(caseId, "acc-test");
          levels.fix(
              caseId,
              List.of(
                  new Body(Level.CABINET, "Cabinet cluster"),
                  new Body(Level.INTERMINISTERIAL, "Development Committee"),
                  new Body(Level.CABINET, "Board")));
        });
    startProcess("validation", Map.of());
    fireTimer("event_opinionTermOver");
    completeTask("userTask_concludeTechnicalValidation", Map.of());
    List<ConditionDraft> additions =
        List.of(
            new ConditionDraft("Compare with other countries", null, null),
            new ConditionDraft("Fiscal space", null, null));
    decide("R1", new Entry("RETURNED", null, LocalDate.of(2026, 3, 2), "news", additions));
    completeTask("userTask_recordDecision", Map.of());
    openDuties("userTask_fulfilCondition").forEach(duty -> complete(duty, Map.of()));
    completeTask("userTask_recordDecision", Map.of());
    decide("R1", approved());
    completeTask("userTask_recordDecision", Map.of());
    decide("R1", approved());
    completeTask("userTask_recordDecision", Map.of());
    nothingRuns();
    assertThat(decisions.ofCase(caseId))
        .extracting(Decision::outcome)
        .containsExactly(
            PoliticalOutcome.RETURNED,
            PoliticalOutcome.NOT_PUBLISHED,
            PoliticalOutcome.APPROVED,
            PoliticalOutcome.APPROVED);
    assertThat(outcomes()).containsExactly(PoliticalOutcome.APPROVED);
    assertThat(caseOutcome()).isEqualTo("DECIDED");
    assertThat(conditions.ofCase(caseId)).extracting(Condition::owner).containsOnlyNulls();
    assertThat(
            jdbc.sql("select step from published_gap where case_id = ? order by id")
                .param(caseId)
                .query(String.class)
                .list())
        .contains(
            "userTask_answerOpinion",
            "userTask_concludeTechnicalValidation",
            "determine-route",
            "sendTask_assignConditions",
            "userTask_fulfilCondition",
            "userTask_recordDecision");
  }

  @Test
  void neverCountsAnOpinionThatItsSeatDidNotConfirm() {
    begin(free("Registry"));
    for (String acronym : List.of("MOL", "EFC", "CTUC")) {
      String seat = "seat-" + group.seatId(acronym);
      someoneActsFor(seat);
      enterFor(owed("userTask_answerOpinion", seat), Map.of("opinion", "VALID"), "MEETING", "M-1");
    }
    completeTask(
        "userTask_confirmAnswer", "seat-" + group.seatId("MOL"), Map.of("answer", "RIGHT"));
    completeTask(
        "userTask_confirmAnswer",
        "seat-" + group.seatId("EFC"),
        Map.of("answer", "NOT_RIGHT", "remark", "We abstain"));
    completeTask(
        "userTask_answerOpinion", "seat-" + group.seatId("EFC"), Map.of("opinion", "ABSTAIN"));
    fireTimer("event_opinionTermOver");

    passed("userTask_confirmAnswer", "endEvent_answerConfirmed");
    assertThat(entries()).containsExactlyInAnyOrder("CONFIRMED", "DECLINED", "STRUCK");
    assertThat(opinions.tally(caseId)).isEqualTo(new Opinions.Tally(5, 1, 0, 0, 1, 3));
    assertThat(
            count(
                "select count(*) from technical_opinion where case_id = ? and struck_opinion = 'VALID'"))
        .isEqualTo(2);
  }

  @Test
  void takesTheFulfilmentOfAConditionInWritingOnly() {
    begin(free("Registry"));
    giveOpinions("VALID");
    conclude("VALIDATED");
    decide("R1", returned());
    completeTask("userTask_recordDecision", Map.of());
    Duty duty = owed("userTask_fulfilCondition", "seat-" + group.seatId("EFC"));
    assertThatThrownBy(() -> enterFor(duty, Map.of("evidence", "They pay"), "TELEPHONE", "C"))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.channel-in-writing");
    completion.complete(
        duty.id(),
        Map.of("evidence", "They pay", "channel", "EMAIL", "reference", "Mail of 3 March"),
        staff());
    assertThat(entries()).containsExactly("IN_WRITING");
  }

  private void begin(Draft... drafts) {
    group = new StandingCase(jdbc, caseId, COUNTRY, 3).withGroup();
    inTransaction(
        () -> {
          rules.adopt(caseId);
          for (Draft draft : drafts) {
            Recommendation added = recommendations.add(caseId, draft, "acc-test");
            recommendations.settle(added.id(), ConsensusState.CONSENSUS, "system");
          }
          recommendations.fix(caseId, "acc-test");
        });
    startProcess("validation", Map.of());
    assertThat(openDuties("userTask_answerOpinion")).hasSize(5);
  }

  private void giveOpinions(String opinion) {
    openDuties("userTask_answerOpinion")
        .forEach(duty -> complete(duty, Map.of("opinion", opinion, "text", "As agreed")));
  }

  private void conclude(String result) {
    completeTask(
        "userTask_concludeTechnicalValidation", Map.of("result", result, "reason", "The opinions"));
  }

  private void decide(String code, Entry entry) {
    String id =
        recommendations.ofCase(caseId).stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow()
            .id();
    decisions.record(open().id(), id, entry, "acc-test");
  }

  private void fulfilBoth() {
    assertThat(openDuties("userTask_fulfilCondition"))
        .extracting(Duty::group, Duty::dueDate)
        .containsExactlyInAnyOrder(
            tuple("secretariat", LATER), tuple("seat-" + group.seatId("EFC"), LATER.plusDays(1)));
    completeTask("userTask_fulfilCondition", "secretariat", Map.of("evidence", "Annex 4"));
    notPassed("serviceTask_resubmitItems");
    completeTask(
        "userTask_fulfilCondition",
        "seat-" + group.seatId("EFC"),
        Map.of("evidence", "Letter of 1 June"));
    assertThat(conditions.ofCase(caseId))
        .extracting(Condition::evidence)
        .containsExactly("Annex 4", "Letter of 1 June");
  }

  private DecisionLevel open() {
    return levels.ofCase(caseId).stream()
        .filter(level -> level.state() == State.OPEN)
        .findFirst()
        .orElseThrow();
  }

  private Entry returned() {
    return new Entry(
        "RETURNED",
        "Not ready",
        LocalDate.of(2026, 3, 2),
        null,
        List.of(
            new ConditionDraft("Compare with other countries", "secretariat", LATER),
            new ConditionDraft(
                "Say what employers pay", "seat-" + group.seatId("EFC"), LATER.plusDays(1))));
  }

  private static Entry approved() {
    return new Entry("APPROVED", null, null, null, List.of());
  }

  private static Draft free(String title) {
    return priced(title, "0");
  }

  private static Draft priced(String title, String cost) {
    return new Draft(
        "G4", title, "Text", 1, false, cost == null ? null : new BigDecimal(cost), null);
  }

  private static Draft law(String title) {
    return new Draft("G4", title, "Text", 1, true, new BigDecimal("0.1"), null);
  }

  private List<PoliticalOutcome> outcomes() {
    return recommendations.ofCase(caseId).stream().map(Recommendation::politicalOutcome).toList();
  }

  private List<String> route(String code) {
    return jdbc.sql(
            """
            select l.level from decision_route r
              join decision_level l on l.id = r.level_id
              join assessment_v_recommendation c on c.id = r.recommendation_id
             where l.case_id = ? and c.code = ? order by l.ord
            """)
        .params(caseId, code)
        .query(String.class)
        .list();
  }

  private String caseOutcome() {
    return jdbc.sql("select outcome from national_process where id = ? and reason is not null")
        .param(caseId)
        .query(String.class)
        .single();
  }

  private int count(String sql) {
    return jdbc.sql(sql).param(caseId).query(Integer.class).single();
  }

  private List<String> actions() {
    return jdbc.sql("select action from evidence where case_id = ?")
        .param(caseId)
        .query(String.class)
        .list();
  }
}
