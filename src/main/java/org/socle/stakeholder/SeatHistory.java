package org.socle.stakeholder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who sat for whom at any moment, and who could act for a seat that has ended. */
@Service
public class SeatHistory {

  private final JdbcClient jdbc;

  SeatHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who sat in the group of a case at a moment, in the order of sides and acronyms. */
  public List<Sitting> at(String caseId, Instant moment) {
    OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            select seat_id, acronym, institution, side, voting, from_at, to_at, full_member, substitute
            from stakeholder_v_sitting
            where case_id = ? and from_at <= ? and (to_at is null or to_at > ?)
            order by side, acronym
            """)
        .params(caseId, at, at)
        .query(SeatHistory::sitting)
        .list();
  }

  /** Who sat for one side at a moment. */
  public List<Sitting> at(String caseId, Side side, Instant moment) {
    return at(caseId, moment).stream().filter(one -> side.name().equals(one.side())).toList();
  }

  /**
   * Whether an account could act for a seat when it was removed; false for a seat that has not
   * ended.
   */
  public boolean actedFor(String accountId, String seatId) {
    return jdbc.sql(
            """
            select exists (
              select 1 from seat s join institution i on i.id = s.institution_id
              where s.id = :seat and s.to_at is not null and (i.account_id = :account
                or exists (select 1 from nomination n join person p on p.id in (n.full_member_id, n.substitute_id)
                  where n.seat_id = s.id and n.answer = 'NOMINATE' and p.account_id = :account
                    and not exists (select 1 from nomination later where later.seat_id = s.id
                      and later.answer = 'NOMINATE' and later.seq > n.seq))))
            """)
        .param("seat", seatId)
        .param("account", accountId)
        .query(Boolean.class)
        .single();
  }

  private static Sitting sitting(ResultSet row, int number) throws SQLException {
    OffsetDateTime toAt = row.getObject("to_at", OffsetDateTime.class);
    return new Sitting(
        row.getString("seat_id"),
        row.getString("acronym"),
        row.getString("institution"),
        row.getString("side"),
        row.getBoolean("voting"),
        row.getObject("from_at", OffsetDateTime.class).toInstant(),
        toAt == null ? null : toAt.toInstant(),
        row.getString("full_member"),
        row.getString("substitute"));
  }

  /**
   * A span in which the same people sat for an institution.
   *
   * @param toAt its end, or null while it lasts
   * @param fullMember null when nobody was named
   */
  public record Sitting(
      String seatId,
      String acronym,
      String institution,
      String side,
      boolean voting,
      Instant fromAt,
      @Nullable Instant toAt,
      @Nullable String fullMember,
      @Nullable String substitute) {}
}
