package org.socle.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A case as the formation of its working group leaves it: rows of the case, its group and its
 * seats.
 */
public final class StandingCase {

  private final JdbcClient jdbc;
  private final String caseId;
  private final Map<String, String> seats = new LinkedHashMap<>();

  /** Opens the case in a country, with the group's quorum profile and number of rounds. */
  public StandingCase(JdbcClient jdbc, String caseId, String country, int maxRounds) {
    this.jdbc = jdbc;
    this.caseId = caseId;
    jdbc.sql(
            """
            insert into national_process (id, reference, country, title, status, training, opened_at)
            values (?, ?, ?, 'A floor for all', 'RUNNING', true, ?)
            """)
        .params(
            caseId,
            "SPF-" + caseId.substring(0, 20),
            country,
            Timestamp.from(Instant.parse("2026-03-02T07:00:00Z")))
        .update();
    jdbc.sql(
            "insert into working_group (case_id, quorum_profile, max_rounds) values (?, 'GROUPS_PRESENT', ?)")
        .params(caseId, maxRounds)
        .update();
  }

  /**
   * Seats the usual group: two ministries, employers, workers, a national NGO, and an agency that
   * has no vote.
   */
  public StandingCase withGroup() {
    seat("MOL", "GOV_CORE", "GOV", true);
    seat("MOF", "GOV_CORE", "GOV", true);
    seat("EFC", "EMP", "EMP", true);
    seat("CTUC", "WRK", "WRK", true);
    seat("NNN", "CSO_NAT", "CSO", true);
    seat("UNCT", "UN", "UN", false);
    return this;
  }

  /** Seats one institution. */
  public String seat(String acronym, String category, String side, boolean voting) {
    String institutionId = UUID.randomUUID().toString();
    String seatId = UUID.randomUUID().toString();
    Timestamp now = Timestamp.from(Instant.EPOCH);
    jdbc.sql(
            """
            insert into institution (id, case_id, acronym, name, category, mandatory, mapped_at)
            values (?, ?, ?, ?, ?, false, ?)
            """)
        .params(institutionId, caseId, acronym, acronym, category, now)
        .update();
    jdbc.sql(
            "insert into seat (id, case_id, institution_id, side, voting, state, from_at) values (?, ?, ?, ?, ?, 'SEATED', ?)")
        .params(seatId, caseId, institutionId, side, voting, now)
        .update();
    seats.put(acronym, seatId);
    return seatId;
  }

  /** Marks the case as carried from published facts. */
  public StandingCase replayed() {
    jdbc.sql("insert into replayed_case (case_id, file_hash, sources) values (?, ?, 'test')")
        .params(caseId, (caseId + caseId).replace("-", "").substring(0, 64))
        .update();
    return this;
  }

  /** Id of an institution's seat. */
  public String seatId(String acronym) {
    return seats.get(acronym);
  }

  /** Ids of all seats, in the order in which they were taken. */
  public List<String> seatIds() {
    return List.copyOf(seats.values());
  }
}
