package org.socle.dialogue;

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

  AttendanceList(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  Set<String> present(String roundId) {
    return new LinkedHashSet<>(
        jdbc.sql(
                "select seat_id from attendance where round_id = ? and present order by side, seat_id")
            .param(roundId)
            .query(String.class)
            .list());
  }

  /** Counts seats with a vote: all of them, those present, and those present by mandatory group. */
  Count count(String roundId) {
    return jdbc.sql(
            """
            select count(*) as full_members,
                   count(*) filter (where present) as present,
                   count(*) filter (where present and side = 'GOV') as government,
                   count(*) filter (where present and side = 'EMP') as employers,
                   count(*) filter (where present and side = 'WRK') as workers
              from attendance
             where round_id = ? and voting
            """)
        .param(roundId)
        .query(Count.class)
        .single();
  }

  record Count(int fullMembers, int present, int government, int employers, int workers) {}
}
