package org.socle.stakeholder;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.OpenAsking;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a change of the seats does while nominations are asked. */
@Component
@Order(1)
class NominationSeats implements SeatEffects {

  static final String KIND = "nomination";

  private final JdbcClient jdbc;
  private final Askings askings;
  private final Notifications notifications;
  private final Clock clock;

  NominationSeats(JdbcClient jdbc, Askings askings, Notifications notifications, Clock clock) {
    this.jdbc = jdbc;
    this.askings = askings;
    this.notifications = notifications;
    this.clock = clock;
  }

  @Override
  public void joined(Seat seat, String actor) {
    asking(seat.caseId()).ifPresent(asking -> ask(seat, asking.id(), actor));
  }

  private void ask(Seat seat, String askingId, String actor) {
    if (!SeatState.INVITED.name().equals(seat.state())) {
      askings.readmit(askingId, seat.group(), actor);
      return;
    }
    jdbc.sql("insert into nomination (id, seat_id, asked_at) values (?, ?, ?)")
        .params(UUID.randomUUID().toString(), seat.id(), OffsetDateTime.now(clock))
        .update();
    askings.include(askingId, seat.group(), Map.of("seatId", seat.id()));
    notifications.enqueue(new Mail(seat.caseId(), "nomination-asked-seat", seat.group(), askingId));
  }

  @Override
  public void left(Seat seat, String actor, String reason) {
    asking(seat.caseId())
        .ifPresent(asking -> askings.takeOut(asking.id(), seat.group(), actor, reason));
    jdbc.sql("update nomination set answer = 'WITHDRAWN' where seat_id = ? and answer is null")
        .param(seat.id())
        .update();
  }

  private Optional<OpenAsking> asking(String caseId) {
    return askings.openOf(caseId).stream().filter(one -> KIND.equals(one.kind())).findFirst();
  }
}
