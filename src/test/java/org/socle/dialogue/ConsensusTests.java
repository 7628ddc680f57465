package org.socle.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socle.dialogue.PositionValue.ABSTAIN;
import static org.socle.dialogue.PositionValue.NO_POSITION;
import static org.socle.dialogue.PositionValue.OBJECT;
import static org.socle.dialogue.PositionValue.SUPPORT;
import static org.socle.dialogue.PositionValue.SUPPORT_WITH_RESERVATION;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.socle.dialogue.PositionCount.SeatPosition;

/**
 * From the positions of seats through the real table to its result: every row of DT5 and what
 * silence does.
 */
class ConsensusTests {

  private static DmnEngine engine;
  private static DmnDecision table;

  @BeforeAll
  static void readTable() throws IOException {
    engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    try (InputStream file =
        ConsensusTests.class.getResourceAsStream(
            "/processes/dialogue-round/determine-consensus.dmn")) {
      table = engine.parseDecision("determine-consensus", file);
    }
  }

  @Test
  void asksInWritingWhileAMandatoryGroupHasNoPosition() {
    assertThat(first(SUPPORT, SUPPORT, null, SUPPORT)).isEqualTo("ASK_POSITION");
    assertThat(first(SUPPORT, SUPPORT, NO_POSITION, SUPPORT)).isEqualTo("ASK_POSITION");
    assertThat(first(OBJECT, SUPPORT, null, SUPPORT)).isEqualTo("ASK_POSITION");
  }

  @Test
  void asksForAMandatoryGroupThatHasNoSeat() {
    List<SeatPosition> withoutWorkers =
        List.of(new SeatPosition("mol", "GOV", SUPPORT), new SeatPosition("efc", "EMP", SUPPORT));
    assertThat(PositionCount.of(withoutWorkers).silentGroups()).containsExactly("WRK");
  }

  @Test
  void countsAnAbstentionAsAPosition() {
    assertThat(first(SUPPORT, SUPPORT, ABSTAIN, null)).isEqualTo("CONSENSUS");
  }

  @Test
  void findsConsensusWithoutObjectionAndReservation() {
    assertThat(first(SUPPORT, SUPPORT, SUPPORT, SUPPORT)).isEqualTo("CONSENSUS");
    assertThat(first(SUPPORT, SUPPORT, SUPPORT, null)).isEqualTo("CONSENSUS");
  }

  @Test
  void annexesReservations() {
    assertThat(first(SUPPORT, SUPPORT_WITH_RESERVATION, SUPPORT, SUPPORT))
        .isEqualTo("CONSENSUS_WITH_RESERVATIONS");
  }

  @Test
  void goesToTheNextRoundOnAnObjectionOfAnotherMember() {
    assertThat(first(SUPPORT, SUPPORT, SUPPORT, OBJECT)).isEqualTo("NEXT_ROUND");
  }

  @Test
  void goesToTheNextRoundOnAnObjectionOfAMandatoryGroup() {
    assertThat(first(SUPPORT, SUPPORT_WITH_RESERVATION, OBJECT, SUPPORT)).isEqualTo("NEXT_ROUND");
  }

  @Test
  void closesWithDissentOfOthersInTheLastRound() {
    assertThat(result(false, false, false, SUPPORT, SUPPORT, SUPPORT, OBJECT))
        .isEqualTo("CLOSE_WITH_DISSENT");
  }

  @Test
  void mediatesAMandatoryObjectionInTheLastRound() {
    assertThat(result(false, false, false, SUPPORT, OBJECT, SUPPORT, OBJECT))
        .isEqualTo("MEDIATION");
  }

  @Test
  void letsTheChairChooseAfterAMediation() {
    assertThat(result(false, false, true, SUPPORT, OBJECT, SUPPORT, SUPPORT))
        .isEqualTo("CHAIR_CHOICE");
  }

  @Test
  void goesOnWithoutGroupsThatStaySilentInWriting() {
    assertThat(result(true, true, false, SUPPORT, SUPPORT, null, SUPPORT)).isEqualTo("CONSENSUS");
    assertThat(result(true, true, false, SUPPORT, OBJECT, null, SUPPORT)).isEqualTo("NEXT_ROUND");
  }

  @Test
  void neverTakesSilenceForConsensus() {
    assertThat(result(true, true, false, null, null, null, null)).isEqualTo("CLOSE_WITH_DISSENT");
    assertThat(result(true, true, false, ABSTAIN, NO_POSITION, null, null))
        .isEqualTo("CLOSE_WITH_DISSENT");
  }

  private static String first(@Nullable PositionValue... values) {
    return result(false, true, false, values);
  }

  /** One seat each for government, employers, workers and civil society. */
  private static String result(
      boolean written, boolean roundsLeft, boolean mediated, @Nullable PositionValue... values) {
    List<SeatPosition> seats = new ArrayList<>();
    List<String> sides = List.of("GOV", "EMP", "WRK", "CSO");
    for (int index = 0; index < values.length; index++) {
      seats.add(new SeatPosition("seat" + index, sides.get(index), values[index]));
    }
    PositionCount count = PositionCount.of(seats);
    String said =
        engine
            .evaluateDecisionTable(table, count.inputs(written, roundsLeft, mediated))
            .getFirstResult()
            .getEntry("result");
    return count.confirm(said);
  }
}
