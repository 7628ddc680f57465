package org.socle.workflow.dialogueround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.socle.assessment.ConsensusState;
import org.socle.assessment.Guarantee;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.assessment.Recommendations.Draft;
import org.socle.dialogue.Item;
import org.socle.dialogue.Items;
import org.socle.dialogue.PositionValue;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Positions.Answer;
import org.socle.dialogue.Positions.Source;
import org.socle.dialogue.Round;
import org.socle.dialogue.Rounds;
import org.socle.evidence.Rules;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.ProcessTestSupport;
import org.socle.workflow.StandingCase;
import org.springframework.beans.factory.annotation.Autowired;

/** Rounds of dialogue from the recommendations to the last decided item. */
class DialogueRoundProcessTests extends ProcessTestSupport {

  private static final Map<String, Object> CONVOCATION =
      Map.of(
          "date",
          "2026-03-16",
          "place",
          "Ministry of Labour",
          "mode",
          "IN_PERSON",
          "answerTerm",
          10,
          "agenda",
          "All");

  @Autowired private Recommendations recommendations;
  @Autowired private Rounds rounds;
  @Autowired private Items items;
  @Autowired private Positions positions;
  @Autowired private Rules rules;

  private StandingCase group;

  @AfterAll
  void covers() {
    assertCovered("dialogue-round");
    assertCovered("dialogue-round-position");
  }

  @Test
  void findsConsensusInOneRoundAndSettlesItemsOneByOne() {
    begin(3, "Child grant", "Social pension");
    assertThat(recommendations.fixed(caseId)).isTrue();
    convene();
    assertThatThrownBy(() -> completeTask("userTask_recordAttendance", Map.of()))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.attendance-on-page");
    attend("MOL", "MOF", "EFC", "CTUC", "NNN", "UNCT");
    assertThat(openDuties("userTask_answerPositions"))
        .hasSize(5)
        .extracting(Duty::group)
        .doesNotContain("seat-" + group.seatId("UNCT"));
    assertThatThrownBy(
            () -> completeTask("userTask_answerPositions", "seat-" + group.seatId("MOL"), Map.of()))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.answer-on-page");
    assertThatThrownBy(() -> say("UNCT", "SUPPORT", "SUPPORT"))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.seat-not-asked");
    answer("MOL", "SUPPORT", "SUPPORT");
    answer("MOF", "SUPPORT", "SUPPORT_WITH_RESERVATION");
    answer("EFC", "SUPPORT", "SUPPORT");
    say("CTUC", "OBJECT", "SUPPORT");
    answer("CTUC", "SUPPORT", "SUPPORT");
    answer("NNN", "SUPPORT", "ABSTAIN");

    passed(
        "userTask_enterRecommendations",
        "userTask_conveneRound",
        "sendTask_inviteToRound",
        "userTask_recordAttendance",
        "businessRuleTask_checkQuorum",
        "sendTask_askPositions",
        "receiveTask_awaitPositions",
        "serviceTask_closeRound",
        "businessRuleTask_determineConsensus",
        "endEvent_dialogueConcluded");
    notPassed(
        "serviceTask_reconvene",
        "sendTask_askSilentGroups",
        "serviceTask_openNextRound",
        "event_positionTermOver");
    nothingRuns();
    assertThat(states())
        .containsExactly(ConsensusState.CONSENSUS, ConsensusState.CONSENSUS_WITH_RESERVATIONS);
    assertThat(current())
        .extracting(Round::state, Round::quorum)
        .containsExactly(Round.State.CLOSED, true);
    assertThat(positions.ofRound(current().id()))
        .hasSize(11)
        .filteredOn(said -> said.previousId() != null)
        .hasSize(1);
    assertThat(count("select count(*) from dialogue_v_position where case_id = ? and latest"))
        .isEqualTo(10);
    assertThat(count("select count(*) from dialogue_v_attendance where case_id = ? and present"))
        .isEqualTo(6);
    assertThat(
            count(
                "select count(*) from notification_outbox where case_id = ? and kind = 'round-convened-seat'"))
        .isEqualTo(6);
    assertThat(
            count(
                "select count(*) from notification_outbox where case_id = ? and kind = 'position-asked-seat'"))
        .isEqualTo(5);
    assertThat(count("select count(*) from phase where case_id = ? and phase = 'DIALOGUE'"))
        .isEqualTo(1);
    assertThat(actions())
        .contains(
            "recommendations.fixed",
            "round.convened",
            "attendance.recorded",
            "position.recorded",
            "item.decided",
            "round.closed");
  }

  @Test
  void reconvenesWithoutQuorumAndNeverCountsSilenceAsSupport() {
    begin(3, "Child grant");
    convene();
    attend("MOL", "NNN");
    passed("businessRuleTask_checkQuorum", "serviceTask_reconvene", "userTask_conveneRound");
    assertThat(rounds.ofCase(caseId))
        .extracting(Round::number, Round::convocation, Round::state)
        .containsExactly(tuple(1, 1, Round.State.NO_QUORUM), tuple(1, 2, Round.State.PREPARED));
    convene();
    attend("MOL", "EFC");
    answer("MOL", "SUPPORT");
    answer("MOF", "SUPPORT");
    fireTimer("event_positionTermOver");
    assertThat(
            count(
                "select count(*) from dialogue_v_position where case_id = ? and channel = 'silence'"))
        .isEqualTo(3);
    passed("event_positionTermOver", "serviceTask_closeRound", "sendTask_askSilentGroups");
    assertThat(openDuties("userTask_answerPositions"))
        .extracting(Duty::group)
        .containsExactlyInAnyOrder("seat-" + group.seatId("EFC"), "seat-" + group.seatId("CTUC"));
    answer("CTUC", "SUPPORT");
    fireTimer("event_writtenProcedureOver");

    passed(
        "event_writtenProcedureOver",
        "serviceTask_closeWrittenProcedure",
        "businessRuleTask_determineConsensus",
        "endEvent_dialogueConcluded");
    nothingRuns();
    assertThat(states()).containsExactly(ConsensusState.CONSENSUS);
    assertThat(
            jdbc.sql("select side from dialogue_v_did_not_join where case_id = ?")
                .param(caseId)
                .query(String.class)
                .list())
        .containsExactly("EMP");
    assertThat(duties.ofCase(caseId))
        .extracting(Duty::state)
        .contains("silent")
        .doesNotContain("open");
  }

  @Test
  void joinsTheWrittenProcedureWhenTheLastSilentGroupAnswers() {
    begin(1, "Child grant");
    convene();
    attend("MOL", "MOF", "EFC", "CTUC");
    answer("MOL", "SUPPORT");
    answer("EFC", "SUPPORT");
    fireTimer("event_positionTermOver");
    answer("CTUC", "SUPPORT_WITH_RESERVATION");
    passed(
        "receiveTask_awaitSilentGroups",
        "serviceTask_closeWrittenProcedure",
        "endEvent_dialogueConcluded");
    notPassed("event_writtenProcedureOver");
    nothingRuns();
    assertThat(states()).containsExactly(ConsensusState.CONSENSUS_WITH_RESERVATIONS);
  }

  @Test
  void takesOnlyOpenItemsToTheNextRoundAndClosesWithDissentAfterTheLast() {
    begin(2, "Child grant", "Social pension");
    convene();
    attend("MOL", "MOF", "EFC", "CTUC", "NNN");
    everybody("SUPPORT", "OBJECT");
    passed(
        "businessRuleTask_determineConsensus",
        "serviceTask_openNextRound",
        "userTask_conveneRound");
    assertThat(states()).containsExactly(ConsensusState.CONSENSUS, null);
    convene();
    attend("MOL", "MOF", "EFC", "CTUC", "NNN");
    assertThat(items.open(current().id())).extracting(Item::code).containsExactly("R2");
    everybody("OBJECT");
    nothingRuns();
    notPassed("userTask_mediateItem");
    assertThat(states())
        .containsExactly(ConsensusState.CONSENSUS, ConsensusState.CLOSE_WITH_DISSENT);
    assertThat(rounds.ofCase(caseId)).extracting(Round::number).containsExactly(1, 2);
  }

  @Test
  void mediatesThenLetsTheChairChoose() {
    begin(1, "Child grant");
    convene();
    attend("MOL", "MOF", "EFC", "CTUC", "NNN");
    workersObject();
    passed("serviceTask_selectItemForMediation", "userTask_mediateItem");
    assertThatThrownBy(
            () ->
                completeTask(
                    "userTask_mediateItem", Map.of("result", "SETTLED", "note", "Heard all")))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("newText");
    completeTask(
        "userTask_mediateItem",
        Map.of("result", "SETTLED", "note", "Heard all", "newText", "A grant from 2028"));
    assertThat(recommendations.ofCase(caseId))
        .extracting(Recommendation::text, Recommendation::textVersion)
        .containsExactly(tuple("A grant from 2028", 2));
    convene();
    attend("MOL", "MOF", "EFC", "CTUC", "NNN");
    assertThat(items.open(current().id()))
        .extracting(Item::text)
        .containsExactly("A grant from 2028");
    workersObject();
    completeTask(
        "userTask_chooseClosure",
        Map.of("choice", "ALTERNATIVES", "reason", "Both texts are ready"));
    passed(
        "userTask_mediateItem",
        "serviceTask_openNextRound",
        "serviceTask_selectItemForChair",
        "userTask_chooseClosure",
        "businessRuleTask_determineConsensus",
        "endEvent_dialogueConcluded");
    nothingRuns();
    assertThat(states()).containsExactly(ConsensusState.ALTERNATIVES);
    assertThat(
            count(
                "select count(*) from chair_choice c join dialogue_v_item i on i.id = c.item_id where i.case_id = ?"))
        .isEqualTo(1);
    assertThat(actions()).contains("item.mediated", "recommendation.revised");
  }

  @Test
  void goesToTheChairWhenAMediationDidNotSettle() {
    begin(1, "Child grant");
    convene();
    attend("MOL", "MOF", "EFC", "CTUC", "NNN");
    workersObject();
    completeTask(
        "userTask_mediateItem", Map.of("result", "NOT_SETTLED", "note", "No common ground"));
    completeTask("userTask_chooseClosure", Map.of("choice", "DROP", "reason", "No common ground"));
    nothingRuns();
    assertThat(states()).containsExactly(ConsensusState.DROP);
  }

  @Test
  void carriesAPublishedCaseAndSaysWhatWasNotPublished() {
    group = new StandingCase(jdbc, caseId, COUNTRY, 3).withGroup().replayed();
    inTransaction(() -> rules.adopt(caseId));
    startProcess("dialogue-round", Map.of());
    completeTask("userTask_enterRecommendations", Map.of());
    completeTask("userTask_conveneRound", Map.of());
    completeTask("userTask_recordAttendance", Map.of());
    fireTimer("event_positionTermOver");
    nothingRuns();
    notPassed("serviceTask_reconvene", "sendTask_askSilentGroups");
    assertThat(recommendations.ofCase(caseId))
        .extracting(
            Recommendation::guarantee, Recommendation::consensusState, Recommendation::needsLaw)
        .containsExactly(tuple(Guarantee.PACKAGE, ConsensusState.NOT_PUBLISHED, null));
    assertThat(current().quorum()).isNull();
    assertThat(positions.ofRound(current().id())).isEmpty();
    assertThat(
            jdbc.sql("select step from published_gap where case_id = ? order by id")
                .param(caseId)
                .query(String.class)
                .list())
        .contains("userTask_enterRecommendations", "check-quorum", "determine-consensus");
  }

  @Test
  void keepsTheListOfRecommendationsUntilTheDialogueBegins() {
    Recommendation first = recommendations.add(caseId, draft("Child grant"), "acc-test");
    Recommendation second = recommendations.add(caseId, draft("Registry"), "acc-test");
    recommendations.remove(second.id(), "acc-test");
    recommendations.add(caseId, draft("Social pension"), "acc-test");
    recommendations.change(first.id(), draft("Grant for every child"), "acc-test");
    assertThat(recommendations.ofCase(caseId))
        .extracting(Recommendation::code, Recommendation::title)
        .containsExactly(tuple("R1", "Grant for every child"), tuple("R3", "Social pension"));
    inTransaction(() -> recommendations.fix(caseId, "acc-test"));
    assertThatThrownBy(() -> recommendations.remove(first.id(), "acc-test"))
        .hasMessageContaining("error.dialogue-begun");
    assertThat(actions())
        .containsExactly(
            "recommendation.added",
            "recommendation.added",
            "recommendation.removed",
            "recommendation.added",
            "recommendation.changed",
            "recommendations.fixed");
  }

  @Test
  void neverChangesAPositionOnceRecorded() {
    begin(3, "Child grant");
    convene();
    attend("MOL", "MOF", "EFC", "CTUC", "NNN");
    answer("MOL", "SUPPORT");
    for (String sql :
        List.of(
            "update position set value = 'OBJECT' where round_id = ?",
            "delete from position where round_id = ?")) {
      assertThatThrownBy(() -> jdbc.sql(sql).param(current().id()).update())
          .hasMessageContaining("never changed or removed");
    }
    assertThat(positions.ofSeat(current().id(), group.seatId("MOL"))).hasSize(1);
  }

  @Test
  void countsWhatStaffEnteredOnceItsSeatConfirmedIt() {
    everybodyButWorkers();
    String workers = "seat-" + group.seatId("CTUC");
    someoneActsFor(workers);
    enterPositions("TELEPHONE", "Call 1", "OBJECT");
    assertThat(current().state()).isEqualTo(Round.State.ASKING);
    assertThat(owed("userTask_confirmAnswer", workers).dueDate())
        .isEqualTo(LocalDate.of(2026, 3, 9));
    assertThatThrownBy(
            () -> {
              Duty confirm = owed("userTask_confirmAnswer", workers);
              claims.claim(confirm.id(), staff());
              completion.complete(confirm.id(), Map.of("answer", "RIGHT"), staff());
            })
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.owner-confirms");
    completeTask("userTask_confirmAnswer", workers, Map.of("answer", "RIGHT"));

    passed(
        "userTask_answerPositions",
        "userTask_confirmAnswer",
        "endEvent_answerConfirmed",
        "serviceTask_closeRound",
        "userTask_mediateItem");
    assertThat(entries()).containsExactly("CONFIRMED");
    assertThat(dt5()).contains("\"objectionsMandatory\":1");
    assertThat(
            jdbc.sql(
                    "select channel || ' ' || reference || ' ' || answered_by from duty"
                        + " where case_id = ? and channel is not null")
                .param(caseId)
                .query(String.class)
                .single())
        .isEqualTo("TELEPHONE Call 1 acc-staff");
    assertThat(actions()).contains("answer.entered", "answer.confirmed");
  }

  @Test
  void neverCountsWhatNobodyConfirmedBeforeTheClose() {
    everybodyButWorkers();
    someoneActsFor("seat-" + group.seatId("CTUC"));
    enterPositions("LETTER", "L-7", "OBJECT");
    fireTimer("event_positionTermOver");

    passed("userTask_confirmAnswer", "serviceTask_closeRound", "sendTask_askSilentGroups");
    assertThat(entries()).containsExactly("STRUCK");
    assertThat(dt5()).contains("\"objectionsMandatory\":0", "\"mandatoryGroupsWithoutPosition\":1");
    assertThat(positions.ofRound(current().id()))
        .filteredOn(said -> said.seatId().equals(group.seatId("CTUC")))
        .extracting(Positions.Position::value, Positions.Position::channel)
        .containsExactly(
            tuple(PositionValue.OBJECT, "LETTER"), tuple(PositionValue.NO_POSITION, "struck"));
    assertThat(actions()).contains("answer.struck", "position.struck");
    assertThatThrownBy(
            () ->
                completeTask("userTask_answerPositions", "seat-" + group.seatId("CTUC"), Map.of()))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.answer-on-page");
    answer("CTUC", "SUPPORT");
    nothingRuns();
    assertThat(states()).containsExactly(ConsensusState.CONSENSUS);
  }

  @Test
  void asksTheSeatAgainWhenItSaysThatTheEntryIsNotRight() {
    everybodyButWorkers();
    String workers = "seat-" + group.seatId("CTUC");
    someoneActsFor(workers);
    enterPositions("TELEPHONE", "Call 1", "OBJECT");
    assertThatThrownBy(
            () -> completeTask("userTask_confirmAnswer", workers, Map.of("answer", "NOT_RIGHT")))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("remark");
    completeTask(
        "userTask_confirmAnswer",
        workers,
        Map.of("answer", "NOT_RIGHT", "remark", "We support it"));
    assertThat(entries()).containsExactly("DECLINED");
    assertThat(owed("userTask_answerPositions", workers).askingId()).isNotNull();
    answer("CTUC", "SUPPORT");

    nothingRuns();
    assertThat(states()).containsExactly(ConsensusState.CONSENSUS);
    assertThat(positions.ofRound(current().id()))
        .filteredOn(said -> said.seatId().equals(group.seatId("CTUC")))
        .extracting(Positions.Position::value)
        .containsExactly(PositionValue.OBJECT, PositionValue.NO_POSITION, PositionValue.SUPPORT);
    assertThat(actions()).contains("answer.declined");
  }

  @Test
  void refusesEntriesThatDoNotSayHowTheyCameAndLetsTheFasterOneWin() {
    everybodyButWorkers();
    String workers = "seat-" + group.seatId("CTUC");
    Duty duty = owed("userTask_answerPositions", workers);
    assertThatThrownBy(() -> completion.complete(duty.id(), Map.of(), staff()))
        .isInstanceOf(DutyClosedException.class);
    assertThatThrownBy(
            () -> completeTask("userTask_answerPositions", workers, Map.of("channel", "LETTER")))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.channel-of-staff");
    claims.claim(duty.id(), staff());
    assertThatThrownBy(() -> completion.complete(duty.id(), Map.of(), staff()))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            e ->
                assertThat(e.errors())
                    .extracting(InvalidFormException.FieldError::field)
                    .containsExactly("channel", "reference"));
    assertThatThrownBy(
            () ->
                completion.complete(
                    duty.id(), Map.of("channel", "MEETING", "reference", "M-1"), staff()))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.channel-in-writing");
    answer("CTUC", "SUPPORT");
    assertThatThrownBy(
            () ->
                completion.complete(
                    duty.id(), Map.of("channel", "LETTER", "reference", "L-1"), staff()))
        .isInstanceOfSatisfying(
            DutyClosedException.class, e -> assertThat(e.state()).isEqualTo("answered"));
    assertThat(entries()).isEmpty();
    assertThat(states()).containsExactly(ConsensusState.CONSENSUS);
  }

  @Test
  void convenesARoundAnewThatTheRapporteurSendsBack() {
    begin(1, "Child grant");
    convene();
    rounds.recordAttendance(current().id(), Set.of(group.seatId("MOL")), "acc-test");
    sendBack("userTask_recordAttendance", "It was held on another day");
    assertThat(sentBackTo("userTask_conveneRound"))
        .contains("another day", "\"answerTerm\": \"10\"".replace(": ", ":"));
    assertThat(card("userTask_conveneRound"))
        .startsWith("This step was sent back for correction; the form says why.");
    Map<String, Object> corrected = new HashMap<>(CONVOCATION);
    corrected.put("date", "2026-03-17");
    completeTask("userTask_conveneRound", corrected);
    assertThatThrownBy(() -> completeTask("userTask_recordAttendance", Map.of()))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.attendance-on-page");
    attend("MOL", "MOF", "EFC", "CTUC", "NNN");
    passed(
        "userTask_recordAttendance",
        "userTask_conveneRound",
        "sendTask_inviteToRound",
        "userTask_recordAttendance",
        "businessRuleTask_checkQuorum");
    assertThat(current().date()).isEqualTo(LocalDate.of(2026, 3, 17));
    assertThat(
            count(
                "select count(*) from notification_outbox where case_id = ? and kind = 'round-convened-seat'"))
        .isEqualTo(12);
    assertThat(actions()).contains("step.sent-back");
  }

  @Test
  void mediatesAgainWhenTheChairSendsTheMediationBack() {
    begin(1, "Child grant");
    convene();
    attend("MOL", "MOF", "EFC", "CTUC", "NNN");
    workersObject();
    completeTask(
        "userTask_mediateItem", Map.of("result", "NOT_SETTLED", "note", "No common ground"));
    sendBack("userTask_chooseClosure", "Hear the employers too");
    assertThat(sentBackTo("userTask_mediateItem"))
        .contains("Hear the employers too", "No common ground");
    assertThat(current().state()).isEqualTo(Round.State.CLOSED);
    completeTask("userTask_mediateItem", Map.of("result", "NOT_SETTLED", "note", "Heard all"));
    completeTask("userTask_chooseClosure", Map.of("choice", "DROP", "reason", "No common ground"));
    nothingRuns();
    passed(
        "userTask_chooseClosure",
        "userTask_mediateItem",
        "businessRuleTask_determineConsensus",
        "userTask_chooseClosure");
    assertThat(states()).containsExactly(ConsensusState.DROP);
    assertThat(
            count(
                "select count(*) from mediation m join dialogue_v_item i on i.id = m.item_id where i.case_id = ?"))
        .isEqualTo(2);
  }

  private void everybodyButWorkers() {
    begin(1, "Child grant");
    convene();
    attend("MOL", "MOF", "EFC", "CTUC", "NNN");
    for (String acronym : List.of("MOL", "MOF", "EFC", "NNN")) {
      answer(acronym, "SUPPORT");
    }
  }

  /** What the page does for staff: positions with their source and the duty in one transaction. */
  private void enterPositions(String channel, String reference, String value) {
    String seatId = group.seatId("CTUC");
    inTransaction(
        () -> {
          positions.record(
              current().id(),
              seatId,
              List.of(new Answer(items.open(current().id()).get(0).id(), value, "As they said")),
              new Source("acc-staff", channel, reference));
          enterFor(
              owed("userTask_answerPositions", "seat-" + seatId), Map.of(), channel, reference);
        });
  }

  private String dt5() {
    return jdbc.sql(
            "select content from evidence where case_id = ? and subject = 'determine-consensus'"
                + " order by id desc limit 1")
        .param(caseId)
        .query(String.class)
        .single();
  }

  private static Draft draft(String title) {
    return new Draft("G2", title, "Text of " + title, 1, false, BigDecimal.ONE, "MOL");
  }

  private void begin(int maxRounds, String... titles) {
    group = new StandingCase(jdbc, caseId, COUNTRY, maxRounds).withGroup();
    inTransaction(() -> rules.adopt(caseId));
    startProcess("dialogue-round", Map.of());
    assertThatThrownBy(() -> completeTask("userTask_enterRecommendations", Map.of()))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.recommendations-on-page");
    for (String title : titles) {
      recommendations.add(caseId, draft(title), "acc-test");
    }
    completeTask("userTask_enterRecommendations", Map.of());
    assertThatThrownBy(() -> recommendations.add(caseId, draft("Late"), "acc-test"))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("error.dialogue-begun");
  }

  private void convene() {
    completeTask("userTask_conveneRound", CONVOCATION);
  }

  private void attend(String... acronyms) {
    Set<String> present = Set.copyOf(List.of(acronyms).stream().map(group::seatId).toList());
    rounds.recordAttendance(current().id(), present, "acc-test");
    completeTask("userTask_recordAttendance", Map.of());
  }

  /** What the page does: positions and the duty in one transaction. */
  private void answer(String acronym, String... values) {
    inTransaction(
        () -> {
          say(acronym, values);
          completeTask("userTask_answerPositions", "seat-" + group.seatId(acronym), Map.of());
        });
  }

  private void say(String acronym, String... values) {
    List<Item> open = items.open(current().id());
    List<Answer> answers =
        IntStream.range(0, values.length)
            .mapToObj(
                index -> new Answer(open.get(index).id(), values[index], "Because of " + acronym))
            .toList();
    positions.record(
        current().id(), group.seatId(acronym), answers, new Source("acc-test", null, null));
  }

  private void everybody(String... ofTheNgo) {
    String[] support = new String[ofTheNgo.length];
    Arrays.fill(support, "SUPPORT");
    for (String acronym : List.of("MOL", "MOF", "EFC", "CTUC")) {
      answer(acronym, support);
    }
    answer("NNN", ofTheNgo);
  }

  private void workersObject() {
    for (String acronym : List.of("MOL", "MOF", "EFC", "NNN")) {
      answer(acronym, "SUPPORT");
    }
    answer("CTUC", "OBJECT");
  }

  private Round current() {
    return rounds.current(caseId).orElseThrow();
  }

  private List<ConsensusState> states() {
    return recommendations.ofCase(caseId).stream().map(Recommendation::consensusState).toList();
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
