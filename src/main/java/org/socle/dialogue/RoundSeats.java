package org.socle.dialogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.SeatEffects;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.OpenAsking;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a change of the seats does to the newest round: its list of attendance before the quorum
 * check, its electorate as long as an item is open, and the asking that runs.
 */
@Component
@Order(2)
class RoundSeats implements SeatEffects {

  private final RoundTable rounds;
  private final AttendanceList attendance;
  private final Electorate electorate;
  private final Items items;
  private final Positions positions;
  private final Askings askings;
  private final Notifications notifications;

  RoundSeats(
      RoundTable rounds,
      AttendanceList attendance,
      Electorate electorate,
      Items items,
      Positions positions,
      Askings askings,
      Notifications notifications) {
    this.rounds = rounds;
    this.attendance = attendance;
    this.electorate = electorate;
    this.items = items;
    this.positions = positions;
    this.askings = askings;
    this.notifications = notifications;
  }

  @Override
  public void joined(Seat seat, String actor) {
    rounds
        .current(seat.caseId())
        .filter(round -> seat.seated())
        .ifPresent(round -> joined(round, seat, actor));
  }

  private void joined(Round round, Seat seat, String actor) {
    if (attendanceOpen(round)) {
      attendance.join(round.id(), seat);
    }
    OpenAsking asking = asking(round);
    if (asking != null && seat.voting()) {
      electorate.join(round.id(), seat);
      ask(round, seat, asking, actor);
    } else if (!items.open(round.id()).isEmpty()) {
      electorate.rejoin(round.id(), seat.id());
    }
  }

  // Who has said something on every item is not asked again: what it said stands.
  private void ask(Round round, Seat seat, OpenAsking asking, String actor) {
    if (askings.readmit(asking.id(), seat.group(), actor)
        || positions.complete(round.id(), seat.id())) {
      return;
    }
    askings.include(asking.id(), seat.group(), Map.of("seatId", seat.id(), "roundId", round.id()));
    notifications.enqueue(
        new Mail(round.caseId(), asking.kind() + "-asked-seat", seat.group(), round.id()));
  }

  @Override
  public void left(Seat seat, String actor, String reason) {
    rounds.current(seat.caseId()).ifPresent(round -> left(round, seat, actor, reason));
  }

  private void left(Round round, Seat seat, String actor, String reason) {
    if (attendanceOpen(round)) {
      attendance.leave(round.id(), seat.id());
    }
    if (!items.open(round.id()).isEmpty()) {
      electorate.leave(round.id(), seat.id());
    }
    OpenAsking asking = asking(round);
    if (asking != null) {
      askings.takeOut(asking.id(), seat.group(), actor, reason);
    }
  }

  private boolean attendanceOpen(Round round) {
    return round.state() == Round.State.CONVENED
        && round.quorum() == null
        && rounds.attendanceRecorded(round.id());
  }

  private @Nullable OpenAsking asking(Round round) {
    return askings.openOf(round.caseId()).stream()
        .filter(one -> round.state() == Round.State.ASKING && one.kind().endsWith("position"))
        .findFirst()
        .orElse(null);
  }
}
