package org.socle.decision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.SeatEffects;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.OpenAsking;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a change of the seats does while opinions are asked; a closed validation stays as it was.
 */
@Component
@Order(3)
class OpinionSeats implements SeatEffects {

  private static final String KIND = "opinion";

  private final JdbcClient jdbc;
  private final Askings askings;
  private final Notifications notifications;
  private final Clock clock;

  OpinionSeats(JdbcClient jdbc, Askings askings, Notifications notifications, Clock clock) {
    this.jdbc = jdbc;
    this.askings = askings;
    this.notifications = notifications;
    this.clock = clock;
  }

  @Override
  public void joined(Seat seat, String actor) {
    if (seat.seated() && seat.voting()) {
      asking(seat.caseId()).ifPresent(asking -> joined(seat, asking.id(), actor));
    }
  }

  private void joined(Seat seat, String askingId, String actor) {
    jdbc.sql(
            """
            insert into technical_opinion (case_id, seat_id) values (?, ?)
            on conflict (case_id, seat_id) do update set left_at = null
            """)
        .params(seat.caseId(), seat.id())
        .update();
    count(seat.caseId(), 1);
    if (askings.readmit(askingId, seat.group(), actor)) {
      return;
    }
    askings.include(askingId, seat.group(), Map.of("seatId", seat.id()));
    notifications.enqueue(new Mail(seat.caseId(), "opinion-asked-seat", seat.group(), askingId));
  }

  @Override
  public void left(Seat seat, String actor, String reason) {
    asking(seat.caseId())
        .ifPresent(
            asking -> {
              int left =
                  jdbc.sql(
                          """
                          update technical_opinion set left_at = ?
                          where case_id = ? and seat_id = ? and left_at is null
                          """)
                      .params(OffsetDateTime.now(clock), seat.caseId(), seat.id())
                      .update();
              count(seat.caseId(), -left);
              askings.takeOut(asking.id(), seat.group(), actor, reason);
            });
  }

  private void count(String caseId, int more) {
    jdbc.sql("update technical_validation set asked = asked + ? where case_id = ?")
        .params(more, caseId)
        .update();
  }

  private Optional<OpenAsking> asking(String caseId) {
    return askings.openOf(caseId).stream().filter(one -> KIND.equals(one.kind())).findFirst();
  }
}
