package org.socle.dialogue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.socle.stakeholder.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which seats were represented at a sitting. */
@Component
class AttendanceList {

  private final JdbcClient jdbc;
  private final Clock clock;

  AttendanceList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void replace(String roundId, List<Seat> seats, Set<String> present) {
    jdbc.sql("delete from attendance where round_id = ?").param(roundId).update();
    for (Seat seat : seats) {
      jdbc.sql(
              "insert into attendance (round_id, seat_id, side, voting, present) values (?, ?, ?, ?, ?)")
          .params(roundId, seat.id(), seat.side(), seat.voting(), present.contains(seat.id()))
          .update();
    }
  }

  /** Puts a seat on a list that was recorded before it came: absent, or as it was when it left. */
  void join(String roundId, Seat seat) {
    jdbc.sql(
            """
            insert into attendance (round_id, seat_id, side, voting, present) values (?, ?, ?, ?, false)
            on conflict (round_id, seat_id) do update set left_at = null
            """)
        .params(roundId, seat.id(), seat.side(), seat.voting())
        .update();
  }

  /** Takes a seat out of the base of the quorum; that it was present stays on record. */
  void leave(String roundId, String seatId) {
    jdbc.sql("update attendance set left_at = ? where round_id = ? and seat_id = ?")
        .params(OffsetDateTime.now(clock), roundId, seatId)
        .update();
  }

  Set<String> present(String roundId) {
    return new LinkedHashSet<>(
        jdbc.sql(
                "select seat_id from attendance where round_id = ? and present order by side, seat_id")
            .param(roundId)
            .query(String.class)
            .list());
  }

  /**
   * Counts seats with a vote that have not left: all of them, those present, and those present by
   * mandatory group.
   */
  Count count(String roundId) {
    return jdbc.sql(
            """
            select count(*) as full_members,
                   count(*) filter (where present) as present,
                   count(*) filter (where present and side = 'GOV') as government,
                   count(*) filter (where present and side = 'EMP') as employers,
                   count(*) filter (where present and side = 'WRK') as workers
              from attendance
             where round_id = ? and voting and left_at is null
            """)
        .param(roundId)
        .query(Count.class)
        .single();
  }

  record Count(int fullMembers, int present, int government, int employers, int workers) {}
}
