package org.socle.stakeholder;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads the seats of a working group. */
@Service
public class Seats {

  private static final String SEAT =
      """
      select s.id, s.case_id, s.institution_id, i.acronym, i.name as institution, i.category, s.side, s.state, s.voting
      from seat s join institution i on i.id = s.institution_id
      """;

  private final JdbcClient jdbc;

  Seats(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Every seat of a case that has not ended, whatever its state, in the order of sides and
   * acronyms.
   */
  public List<Seat> seats(String caseId) {
    return jdbc.sql(SEAT + "where s.case_id = ? and s.to_at is null order by s.side, i.acronym")
        .param(caseId)
        .query(Seat.class)
        .list();
  }

  /** The seats of a case that take part, in the order of sides and acronyms. */
  public List<Seat> seated(String caseId) {
    return seats(caseId).stream().filter(Seat::seated).toList();
  }

  /** One seat, ended or not. */
  public Optional<Seat> find(String seatId) {
    return jdbc.sql(SEAT + "where s.id = ?").param(seatId).query(Seat.class).optional();
  }
}
