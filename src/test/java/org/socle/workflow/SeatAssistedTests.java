package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socle.stakeholder.Seat;
import org.socle.tracking.Askings.Tally;

/** Seats that leave and come back while what staff entered for them waits, or is confirmed. */
class SeatAssistedTests extends SeatCase {

  private static final String CONFIRM = "userTask_confirmAnswer";

  @ParameterizedTest
  @EnumSource
  void anEntryThatNobodyConfirmedDoesNotComeBackWithItsSeat(Kind asked) {
    ask(asked);
    Tally before = askings.tally(asking().id());
    enter("CTUC", "OBJECT");
    assertThat(askings.tally(asking().id())).isEqualTo(before);

    remove("CTUC");

    assertThat(entries()).containsExactly("STRUCK");
    assertThat(openDuties(CONFIRM)).isEmpty();
    assertThat(askings.tally(asking().id()))
        .isEqualTo(new Tally(before.asked() - 1, before.answered(), before.open() - 1));

    reinstate("CTUC");

    assertThat(askings.tally(asking().id())).isEqualTo(before);
    assertThat(openDuties(element())).anyMatch(duty -> duty.group().equals(seat("CTUC").group()));
    answer("CTUC", "SUPPORT");
    assertThat(askings.tally(asking().id()).answered()).isEqualTo(before.answered() + 1);
  }

  @ParameterizedTest
  @EnumSource
  void aConfirmedEntryComesBackWithItsSeat(Kind asked) {
    ask(asked);
    enter("CTUC", "OBJECT");
    completeTask(CONFIRM, seat("CTUC").group(), Map.of("answer", "RIGHT"));
    Tally confirmed = askings.tally(asking().id());

    remove("CTUC");
    assertThat(askings.tally(asking().id()))
        .isEqualTo(new Tally(confirmed.asked() - 1, confirmed.answered() - 1, confirmed.open()));
    reinstate("CTUC");

    assertThat(askings.tally(asking().id())).isEqualTo(confirmed);
    assertThat(entries()).containsExactly("CONFIRMED");
    assertThat(openDuties(element())).noneMatch(duty -> duty.group().equals(seat("CTUC").group()));
  }

  @ParameterizedTest
  @EnumSource
  void aSeatThatSaidNotRightIsAskedAgainWhenItComesBack(Kind asked) {
    ask(asked);
    Tally before = askings.tally(asking().id());
    enter("CTUC", "OBJECT");
    Seat seat = seat("CTUC");
    completeTask(CONFIRM, seat.group(), Map.of("answer", "NOT_RIGHT", "remark", "We said yes"));
    assertThat(askings.tally(asking().id())).isEqualTo(before);

    remove("CTUC");
    reinstate("CTUC");

    assertThat(askings.tally(asking().id())).isEqualTo(before);
    assertThat(openDuties(element())).anyMatch(duty -> duty.group().equals(seat.group()));
  }

  @ParameterizedTest
  @EnumSource
  void theLastAnswerJoinsOnlyOnceItIsConfirmed(Kind asked) {
    ask(asked);
    String askingId = asking().id();
    enter("CTUC", "SUPPORT");
    openDuties(element())
        .forEach(
            duty ->
                answer(seats.find(duty.group().substring(5)).orElseThrow().acronym(), "SUPPORT"));
    assertThat(joined(askingId)).isZero();

    completeTask(CONFIRM, seat("CTUC").group(), Map.of("answer", "RIGHT"));

    assertThat(joined(askingId)).isEqualTo(1);
  }
}
