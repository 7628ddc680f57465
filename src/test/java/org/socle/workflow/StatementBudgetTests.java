package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socle.assessment.ConsensusState;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.assessment.Recommendations.Draft;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Rounds;
import org.socle.evidence.Rules;
import org.socle.security.Role;
import org.socle.stakeholder.Institutions;
import org.socle.tracking.Duties.Duty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/**
 * How many statements an act sends; the sign-in apart, a batch counted as one. The budgets are the
 * measured numbers: whoever exceeds one has added a statement per row, or has a reason to write
 * down beside the new number.
 */
class StatementBudgetTests extends PageCase {

  private static final int ANSWER_NOMINATION = 32;
  private static final int ANSWER_OPINION = 29;
  private static final int ANSWER_ROUND = 40;
  private static final int OPEN_ROUND = 52;
  private static final double OPEN_ROUND_PER_SEAT = 8.45;
  private static final int PAGE = 3;

  /**
   * More than a simple page: the page of a case tells a case from its request to its conditions,
   * and each of its sections is one list of rows of its own kind, read by one statement once the
   * case has reached the phase that brings it. Three of them ask the engine for the course, one
   * tells its interruptions, one the pauses that its plan leaves out.
   */
  private static final int CASE_PAGE = 27;

  @Autowired private Recommendations recommendations;
  @Autowired private Rounds rounds;
  @Autowired private Items items;
  @Autowired private Positions positions;
  @Autowired private Rules rules;
  @Autowired private Institutions institutions;

  @BeforeEach
  void accounts() {
    account("budget-coordinator", Role.COORDINATOR);
    account("budget-stakeholder", Role.STAKEHOLDER);
  }

  @Test
  void answeringANominationStaysWithinItsBudget() throws Exception {
    startCaseWithSeats();
    inTransaction(() -> institutions.startFromDefaults(caseId, COUNTRY));
    startProcess("working-group", Map.of());
    completeTask("userTask_mapStakeholders", Map.of());
    List<Duty> open = openDuties("userTask_answerNomination");
    Map<String, String> nomination =
        Map.of(
            "answer",
            "NOMINATE",
            "fullMember",
            "A. Full",
            "substitute",
            "B. Substitute",
            "letterReference",
            "L-1");
    complete(open.get(0), nomination);

    int sent = statements.count(() -> complete(open.get(1), nomination));

    System.out.printf("answer-nomination: %d statements%n", sent);
    assertThat(sent).isLessThanOrEqualTo(ANSWER_NOMINATION);
  }

  @Test
  void answeringAnOpinionStaysWithinItsBudget() throws Exception {
    askOpinions();
    List<Duty> open = openDuties("userTask_answerOpinion");
    complete(open.get(0), Map.of("opinion", "VALID"));

    int sent = statements.count(() -> complete(open.get(1), Map.of("opinion", "VALID")));

    System.out.printf("answer-opinion: %d statements%n", sent);
    assertThat(sent).isLessThanOrEqualTo(ANSWER_OPINION);
  }

  @Test
  void answeringARoundOfThreeItemsStaysWithinItsBudget() throws Exception {
    openRound(5);
    List<Duty> open = openDuties("userTask_answerPositions");
    takePositions(open.get(0));

    int sent = statements.count(() -> takePositions(open.get(1)));

    System.out.printf("answer-positions: %d statements%n", sent);
    assertThat(sent).isLessThanOrEqualTo(ANSWER_ROUND);
  }

  private void takePositions(Duty duty) {
    String round = rounds.current(caseId).orElseThrow().id();
    List<Positions.Answer> answers =
        items.open(round).stream()
            .map(item -> new Positions.Answer(item.id(), "SUPPORT", null))
            .toList();
    inTransaction(
        () -> {
          positions.record(
              round,
              duty.group().substring("seat-".length()),
              answers,
              new Positions.Source("acc-test", null, null));
          complete(duty, Map.of());
        });
  }

  @Test
  void openingARoundGrowsWithItsSeatsAndNoFaster() throws Exception {
    openRound(5);
    int five = openRound(5);
    int fifty = openRound(50);

    double perSeat = (fifty - five) / 45.0;
    System.out.printf(
        "opening a round: %d statements for 5 seats, %d for 50: %.1f + %.2f per seat%n",
        five, fifty, five - 5 * perSeat, perSeat);
    assertThat((double) five).isLessThanOrEqualTo(OPEN_ROUND + 5 * OPEN_ROUND_PER_SEAT);
    assertThat((double) fifty).isLessThanOrEqualTo(OPEN_ROUND + 50 * OPEN_ROUND_PER_SEAT);
  }

  @Test
  void thePageOfCasesStaysWithinItsBudgetForAnyNumberOfCases() throws Exception {
    MockHttpSession coordinator = signIn("budget-coordinator");
    askOpinions();
    page(coordinator, "/cases");
    int few = statements.count(() -> page(coordinator, "/cases"));
    for (int more = 0; more < 5; more++) {
      caseId = UUID.randomUUID().toString();
      askOpinions();
    }
    int many = statements.count(() -> assertThat(page(coordinator, "/cases")).contains(caseId));

    System.out.printf("/cases: %d statements, %d with five cases more%n", few, many);
    assertThat(few).isLessThanOrEqualTo(PAGE);
    assertThat(many).isEqualTo(few);
  }

  @Test
  void thePageOfMyTasksStaysWithinItsBudgetForAnyNumberOfDuties() throws Exception {
    MockHttpSession stakeholder = signIn("budget-stakeholder");
    askOpinions();
    String first = openDuties("userTask_answerOpinion").get(0).id();
    page(stakeholder, "/my-tasks");
    int few = statements.count(() -> assertThat(page(stakeholder, "/my-tasks")).contains(first));
    for (int more = 0; more < 5; more++) {
      caseId = UUID.randomUUID().toString();
      askOpinions();
    }
    String last = openDuties("userTask_answerOpinion").get(0).id();
    int many =
        statements.count(() -> assertThat(page(stakeholder, "/my-tasks")).contains(first, last));

    System.out.printf("/my-tasks: %d statements, %d with 25 duties more%n", few, many);
    assertThat(few).isLessThanOrEqualTo(PAGE);
    assertThat(many).isEqualTo(few);
  }

  @Test
  void thePageOfACaseStaysWithinItsBudgetOnItsWholeWay() throws Exception {
    MockHttpSession coordinator = signIn("budget-coordinator");
    List<Integer> sent = new ArrayList<>();
    walk(() -> sent.add(pageOfCase(coordinator)));
    sent.add(pageOfCase(coordinator));

    System.out.printf(
        "/cases/{id}: %d statements after the request, at most %d, %d at the end%n",
        sent.get(0), Collections.max(sent), sent.get(sent.size() - 1));
    assertThat(Collections.max(sent)).isLessThanOrEqualTo(CASE_PAGE);
  }

  @Test
  void thePageOfACaseSendsNoMoreForMoreSeatsDutiesItemsOrRounds() throws Exception {
    MockHttpSession coordinator = signIn("budget-coordinator");
    openRound(5);
    pageOfCase(coordinator);
    int few = pageOfCase(coordinator);
    openRound(50);
    moreItemsAndRounds();
    int many = pageOfCase(coordinator);

    System.out.printf("/cases/{id}: %d statements with 5 seats, %d with 50%n", few, many);
    assertThat(many).isEqualTo(few);
  }

  private void moreItemsAndRounds() {
    jdbc.sql(
            """
            insert into round_item (id, round_id, recommendation_id, code_number, guarantee, title, text, text_version, state)
            select i.id || n, i.round_id, i.recommendation_id || n, i.code_number + 10 * n, i.guarantee, i.title, i.text,
              i.text_version, i.state
            from round_item i join round r on r.id = i.round_id, generate_series(1, 9) n where r.case_id = ?
            """)
        .param(caseId)
        .update();
    jdbc.sql(
            """
            insert into round (id, case_id, sitting, number, convocation, state, opened_at)
            select gen_random_uuid()::text, case_id, sitting + n, number + n, 1, 'CLOSED', opened_at
            from round, generate_series(1, 3) n where case_id = ?
            """)
        .param(caseId)
        .update();
  }

  private int pageOfCase(MockHttpSession reader) {
    try {
      return statements.count(
          () -> assertThat(page(reader, "/cases/" + caseId)).contains("id=\"standing\""));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private StandingCase startCaseWithSeats() {
    inTransaction(() -> rules.adopt(caseId));
    return new StandingCase(jdbc, caseId, COUNTRY, 3);
  }

  /** Every institution of the case is the stakeholder's. */
  private void askOpinions() {
    startCaseWithSeats().withGroup();
    jdbc.sql("update institution set account_id = ? where case_id = ?")
        .params(account("budget-stakeholder", Role.STAKEHOLDER), caseId)
        .update();
    inTransaction(
        () -> {
          Recommendation added = recommendations.add(caseId, draft("Registry"), "acc-test");
          recommendations.settle(added.id(), ConsensusState.CONSENSUS, "system");
          recommendations.fix(caseId, "acc-test");
        });
    startProcess("validation", Map.of());
  }

  private int openRound(int seats) throws Exception {
    caseId = UUID.randomUUID().toString();
    StandingCase group = startCaseWithSeats();
    for (int seat = 0; seat < seats; seat++) {
      String side = List.of("GOV", "EMP", "WRK").get(seat % 3);
      group.seat("I" + seat, "GOV".equals(side) ? "GOV_CORE" : side, side, true);
    }
    startProcess("dialogue-round", Map.of());
    for (String title : List.of("Child grant", "Social pension", "Registry")) {
      recommendations.add(caseId, draft(title), "acc-test");
    }
    completeTask("userTask_enterRecommendations", Map.of());
    completeTask(
        "userTask_conveneRound",
        Map.of(
            "date",
            "2026-03-16",
            "place",
            "Hall",
            "mode",
            "ONLINE",
            "answerTerm",
            10,
            "agenda",
            "All"));
    rounds.recordAttendance(
        rounds.current(caseId).orElseThrow().id(), Set.copyOf(group.seatIds()), "acc-test");
    Duty attendance = openDuties("userTask_recordAttendance").get(0);
    int sent = statements.count(() -> complete(attendance, Map.of()));
    assertThat(openDuties("userTask_answerPositions")).hasSize(seats);
    return sent;
  }

  private static Draft draft(String title) {
    return new Draft("G2", title, "Text", 1, false, null, null);
  }
}
