package org.socle.stakeholder;

import java.util.HashSet;
import java.util.Set;
import org.socle.security.Memberships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Members, substitutes and contacts act for a seat until it ends; agency contacts act for their
 * agency.
 */
@Component
class SeatMemberships implements Memberships {

  /** Every account that may act for a seat today; only the last nomination counts. */
  private static final String SEAT_ACCOUNT =
      """
      select s.id as seat_id, i.account_id
      from seat s join institution i on i.id = s.institution_id
      where s.to_at is null and i.account_id is not null
      union
      select s.id, p.account_id
      from person p
      join nomination n on p.id in (n.full_member_id, n.substitute_id) and n.answer = 'NOMINATE'
      join seat s on s.id = n.seat_id
      where s.to_at is null and p.account_id is not null
        and not exists (select 1 from nomination later
          where later.seat_id = s.id and later.answer = 'NOMINATE' and later.seq > n.seq)
      """;

  private final JdbcClient jdbc;

  SeatMemberships(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> groupsOf(String accountId) {
    Set<String> groups =
        new HashSet<>(
            jdbc.sql(
                    "select 'seat-' || seat_id from ("
                        + SEAT_ACCOUNT
                        + ") a where a.account_id = ?")
                .param(accountId)
                .query(String.class)
                .set());
    groups.addAll(
        jdbc.sql("select 'agency-' || lower(agency) from agency_contact where account_id = ?")
            .param(accountId)
            .query(String.class)
            .set());
    return groups;
  }

  @Override
  public Set<String> accountsOf(String groupId) {
    if (groupId.startsWith("seat-")) {
      return jdbc.sql("select account_id from (" + SEAT_ACCOUNT + ") a where a.seat_id = ?")
          .param(groupId.substring("seat-".length()))
          .query(String.class)
          .set();
    }
    return jdbc.sql("select account_id from agency_contact where 'agency-' || lower(agency) = ?")
        .param(groupId)
        .query(String.class)
        .set();
  }
}
