package org.socle.dialogue;

import java.util.List;
import org.socle.stakeholder.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The seats whose positions count in a round, frozen when it was asked. */
@Component
class Electorate {

  private final JdbcClient jdbc;

  Electorate(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void freeze(String roundId, List<Seat> seated) {
    for (Seat seat : seated) {
      if (seat.voting()) {
        jdbc.sql("insert into electorate (round_id, seat_id, side) values (?, ?, ?)")
            .params(roundId, seat.id(), seat.side())
            .update();
      }
    }
  }

  List<Elector> of(String roundId) {
    return jdbc.sql(
            "select seat_id, side from electorate where round_id = ? order by side, seat_id")
        .param(roundId)
        .query(Elector.class)
        .list();
  }

  /**
   * Whether the seat is asked; its row stays locked until the end of the transaction, so that two
   * people of one seat record one after the other.
   */
  boolean lock(String roundId, String seatId) {
    return jdbc.sql("select 1 from electorate where round_id = ? and seat_id = ? for no key update")
        .params(roundId, seatId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void didNotJoin(String itemId, String side) {
    jdbc.sql("insert into did_not_join (item_id, side) values (?, ?) on conflict do nothing")
        .params(itemId, side)
        .update();
  }
}
