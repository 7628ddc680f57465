package org.socle.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the seats of a case over time, one statement each. */
@Repository
class SeatReads {

  /**
   * A seat with its last change.
   *
   * @param fullMember null where names may not be shown or nobody was named
   * @param lastKind last change of {@code seat_change}, or null
   */
  record SeatLine(
      String id,
      String acronym,
      String institution,
      String side,
      String state,
      boolean voting,
      @Nullable Instant fromAt,
      @Nullable Instant toAt,
      @Nullable String fullMember,
      @Nullable String substitute,
      @Nullable String lastKind,
      @Nullable Instant lastAt,
      @Nullable String lastReason) {

    /** Whether the seat has ended. */
    public boolean removed() {
      return toAt != null;
    }

    /** Whether somebody sits on it. */
    public boolean sits() {
      return !removed() && "SEATED".equals(state);
    }

    /** Whether it may be taken back. */
    public boolean away() {
      return removed() || "VACANT".equals(state);
    }
  }

  /** What a seat owes. */
  record Owed(String candidateGroup, String element, @Nullable LocalDate dueDate) {}

  /** Something that is asked now, and whether the seat has answered it. */
  record Running(String askingId, String kind, String state) {}

  /** A change of a seat. */
  record Changed(Instant at, String kind, String acronym, String institution, String reason) {}

  /** A span in which the same people sat for an institution. */
  record Sat(
      String acronym,
      String institution,
      String side,
      Instant fromAt,
      @Nullable Instant toAt,
      @Nullable String fullMember,
      @Nullable String substitute) {}

  private static final String SEAT =
      """
      select s.id, s.acronym, s.institution, s.side, s.state, s.voting, s.from_at, s.to_at,
        case when :names and s.state = 'SEATED' then n.full_member end as full_member,
        case when :names and s.state = 'SEATED' then n.substitute end as substitute,
        c.kind as last_kind, c.at as last_at, c.reason as last_reason
      from stakeholder_v_seat s
      left join lateral (select full_member, substitute from stakeholder_v_nomination
        where seat_id = s.id and answer = 'NOMINATE' order by seq desc limit 1) n on true
      left join lateral (select kind, at, reason from stakeholder_v_seat_change
        where case_id = s.case_id and seat_id = s.id order by id desc limit 1) c on true
      where s.case_id = :case
      """;

  private final JdbcClient jdbc;

  SeatReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every seat that the case has or had; those that ended come last. */
  List<SeatLine> seats(String caseId, boolean names) {
    return jdbc.sql(
            SEAT
                + """
                order by s.to_at is not null,
                  array_position(array['GOV','EMP','WRK','CSO','PARL','UN','DP','RES'], s.side::text), s.acronym
                """)
        .param("case", caseId)
        .param("names", names)
        .query(SeatLine.class)
        .list();
  }

  Optional<SeatLine> seat(String caseId, String seatId) {
    return jdbc.sql(SEAT + " and s.id = :seat")
        .param("case", caseId)
        .param("seat", seatId)
        .param("names", true)
        .query(SeatLine.class)
        .optional();
  }

  List<Owed> owed(String caseId) {
    return jdbc.sql(
            """
            select candidate_group, element, due_date from tracking_v_duty
            where case_id = :id and state = 'open' and candidate_group like 'seat-%' order by due_date, element
            """)
        .param("id", caseId)
        .query(Owed.class)
        .list();
  }

  /** What is being asked of a seat in a case. */
  List<Running> running(String caseId, String seatId) {
    return jdbc.sql(
            """
            select a.id as asking_id, a.kind, d.state
            from tracking_v_asking a join tracking_v_duty d on d.asking_id = a.id
            where a.case_id = :id and a.joined_at is null and a.closed_at is null
              and d.candidate_group = 'seat-' || :seat and d.out_at is null and d.state in ('open', 'answered')
            order by a.opened_at
            """)
        .param("id", caseId)
        .param("seat", seatId)
        .query(Running.class)
        .list();
  }

  List<Changed> changes(String caseId) {
    return jdbc.sql(
            """
            select at, kind, acronym, institution, reason from stakeholder_v_seat_change
            where case_id = :id order by id desc limit 500
            """)
        .param("id", caseId)
        .query(Changed.class)
        .list();
  }

  /** Who sat when, newest first. */
  List<Sat> sittings(String caseId, boolean names) {
    return jdbc.sql(
            """
            select acronym, institution, side, from_at, to_at, case when :names then full_member end as full_member,
              case when :names then substitute end as substitute
            from stakeholder_v_sitting where case_id = :id order by from_at desc, acronym limit 1000
            """)
        .param("id", caseId)
        .param("names", names)
        .query(Sat.class)
        .list();
  }
}
