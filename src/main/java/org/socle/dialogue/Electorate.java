package org.socle.dialogue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.socle.stakeholder.Seat;
import org.socle.tracking.DutyClosedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The seats whose positions count in a round, frozen when it was asked; a seat that joins or leaves
 * while an item is open keeps the dates of both.
 */
@Component
class Electorate {

  private final JdbcClient jdbc;
  private final Clock clock;

  Electorate(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void freeze(String roundId, List<Seat> seated) {
    for (Seat seat : seated) {
      if (seat.voting()) {
        join(roundId, seat);
      }
    }
  }

  /** Counts a seat in from now; one that had left keeps the day on which it first joined. */
  void join(String roundId, Seat seat) {
    jdbc.sql(
            """
            insert into electorate (round_id, seat_id, side, joined_at) values (?, ?, ?, ?)
            on conflict (round_id, seat_id) do update set left_at = null
            """)
        .params(roundId, seat.id(), seat.side(), OffsetDateTime.now(clock))
        .update();
  }

  /** Counts a seat in again that had left; does nothing for a seat that never belonged. */
  void rejoin(String roundId, String seatId) {
    jdbc.sql("update electorate set left_at = null where round_id = ? and seat_id = ?")
        .params(roundId, seatId)
        .update();
  }

  void leave(String roundId, String seatId) {
    jdbc.sql(
            "update electorate set left_at = ? where round_id = ? and seat_id = ? and left_at is null")
        .params(OffsetDateTime.now(clock), roundId, seatId)
        .update();
  }

  /** Seats that count now. */
  List<Elector> of(String roundId) {
    return jdbc.sql(
            """
            select seat_id, side from electorate where round_id = ? and left_at is null
            order by side, seat_id
            """)
        .param(roundId)
        .query(Elector.class)
        .list();
  }

  /**
   * Whether the seat is asked; its row stays locked until the end of the transaction, so that two
   * people of one seat record one after the other.
   *
   * @throws DutyClosedException when it was asked and has left since
   */
  boolean lock(String roundId, String seatId) {
    Optional<Boolean> left =
        jdbc.sql(
                """
                select left_at is not null from electorate where round_id = ? and seat_id = ?
                for no key update
                """)
            .params(roundId, seatId)
            .query(Boolean.class)
            .optional();
    if (left.orElse(false)) {
      throw new DutyClosedException(seatId, "cancelled");
    }
    return left.isPresent();
  }

  void didNotJoin(String itemId, String side) {
    jdbc.sql("insert into did_not_join (item_id, side) values (?, ?) on conflict do nothing")
        .params(itemId, side)
        .update();
  }
}
