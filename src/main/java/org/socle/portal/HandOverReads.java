package org.socle.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.socle.tracking.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the seats that others sat on before those who sit there now. */
@Repository
class HandOverReads {

  private static final String SEAT = "seat-";

  /**
   * A seat with new members.
   *
   * @param since when they were named
   */
  record Taken(String seatId, String acronym, String institution, LocalDate since) {}

  private record Named(
      String seatId, String country, String acronym, String institution, Instant since) {}

  private final JdbcClient jdbc;
  private final CountryDays countries;

  HandOverReads(JdbcClient jdbc, CountryDays countries) {
    this.jdbc = jdbc;
    this.countries = countries;
  }

  /** The reader's seats whose members have changed; no statement for a reader without seats. */
  List<Taken> of(Actor actor) {
    List<String> seats =
        actor.groups().stream()
            .filter(group -> group.startsWith(SEAT))
            .map(group -> group.substring(SEAT.length()))
            .toList();
    if (seats.isEmpty()) {
      return List.of();
    }
    return jdbc
        .sql(
            """
            select mine.seat_id, (select c.country from nationalprocess_v_case c where c.id = n.case_id) as country,
                   n.acronym, n.institution, n.since
              from unnest(:seats::varchar[]) as mine (seat_id)
             cross join lateral (
               select min(case_id) as case_id, min(acronym) as acronym, min(institution) as institution,
                      max(coalesce(answered_at, asked_at)) as since
                 from stakeholder_v_nomination
                where seat_id = mine.seat_id and answer = 'NOMINATE'
               having count(*) > 1) n
             order by n.since desc, mine.seat_id
            """)
        .param("seats", seats.toArray(String[]::new))
        .query(Named.class)
        .list()
        .stream()
        .map(this::taken)
        .toList();
  }

  private Taken taken(Named named) {
    LocalDate since = LocalDate.ofInstant(named.since(), countries.zone(named.country()));
    return new Taken(named.seatId(), named.acronym(), named.institution(), since);
  }
}
