package org.socle.stakeholder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of seats over time: a seat keeps its row for life, its past terms and its changes are
 * rows beside it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SeatTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  SeatTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether the case has, or had, any seat. */
  boolean any(String caseId) {
    return jdbc.sql("select exists (select 1 from seat where case_id = ?)")
        .param(caseId)
        .query(Boolean.class)
        .single();
  }

  /** Whether an institution has a seat that has not ended, or one that has; empty for none. */
  Optional<Boolean> current(String institutionId) {
    return jdbc.sql(
            """
            select to_at is null from seat where institution_id = ? order by to_at nulls first limit 1
            """)
        .param(institutionId)
        .query(Boolean.class)
        .optional();
  }

  String insert(String caseId, String institutionId, Side side, boolean voting, SeatState state) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into seat (id, case_id, institution_id, side, voting, state, from_at) values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                id, caseId, institutionId, side.name(), voting, state.name(), begin(state)))
        .update();
    return id;
  }

  /** One seat of a case; its row stays locked until the end of the transaction. */
  Optional<Locked> lock(String caseId, String seatId) {
    return jdbc.sql(
            """
            select id, institution_id, state, from_at, to_at from seat where id = ? and case_id = ?
            for no key update
            """)
        .params(seatId, caseId)
        .query(SeatTable::locked)
        .optional();
  }

  void remove(String seatId) {
    jdbc.sql("update seat set to_at = ? where id = ?").params(now(), seatId).update();
  }

  void vacate(Locked seat) {
    keepTerm(seat, now());
    jdbc.sql("update seat set state = 'VACANT', from_at = null where id = ?")
        .param(seat.id())
        .update();
  }

  void reopen(Locked seat, SeatState state) {
    if (seat.toAt() != null) {
      keepTerm(seat, seat.toAt());
    }
    jdbc.sql("update seat set state = ?, from_at = ?, to_at = null where id = ?")
        .params(Arrays.asList(state.name(), begin(state), seat.id()))
        .update();
  }

  void log(String caseId, String seatId, String kind, String reason, String actor) {
    jdbc.sql(
            "insert into seat_change (seat_id, case_id, kind, at, reason, actor) values (?, ?, ?, ?, ?, ?)")
        .params(seatId, caseId, kind, now(), reason, actor)
        .update();
  }

  private void keepTerm(Locked seat, OffsetDateTime end) {
    if (seat.fromAt() != null) {
      jdbc.sql("insert into seat_past_term (seat_id, from_at, to_at) values (?, ?, ?)")
          .params(seat.id(), seat.fromAt(), end)
          .update();
    }
  }

  private @Nullable OffsetDateTime begin(SeatState state) {
    return state == SeatState.SEATED ? now() : null;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static Locked locked(ResultSet row, int number) throws SQLException {
    return new Locked(
        row.getString("id"),
        row.getString("institution_id"),
        SeatState.valueOf(row.getString("state")),
        row.getObject("from_at", OffsetDateTime.class),
        row.getObject("to_at", OffsetDateTime.class));
  }

  /** A seat as it stands; {@code toAt} is set when it was removed. */
  record Locked(
      String id,
      String institutionId,
      SeatState state,
      @Nullable OffsetDateTime fromAt,
      @Nullable OffsetDateTime toAt) {

    boolean removed() {
      return toAt != null;
    }
  }
}
