package org.socle.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and moves the rows of rounds. */
@Component
class RoundTable {

  private static final String SELECT =
      """
      select id, case_id, number, convocation, held_on, place, mode, answer_term, agenda, chair_present, quorum, state,
             opened_at, closed_at
        from round
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  RoundTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Round> ofCase(String caseId) {
    return jdbc.sql(SELECT + "where case_id = ? order by sitting")
        .param(caseId)
        .query(RoundTable::row)
        .list();
  }

  Optional<Round> find(String roundId) {
    return jdbc.sql(SELECT + "where id = ?").param(roundId).query(RoundTable::row).optional();
  }

  Round get(String roundId) {
    return find(roundId).orElseThrow();
  }

  Optional<Round> current(String caseId) {
    return jdbc.sql(SELECT + "where case_id = ? order by sitting desc limit 1")
        .param(caseId)
        .query(RoundTable::row)
        .optional();
  }

  Round prepare(String caseId, int number, int convocation) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into round (id, case_id, sitting, number, convocation, state, opened_at)
            select :id, :caseId, coalesce(max(sitting), 0) + 1, :number, :convocation, 'PREPARED', :now
              from round where case_id = :caseId
            """)
        .param("id", id)
        .param("caseId", caseId)
        .param("number", number)
        .param("convocation", convocation)
        .param("now", now())
        .update();
    return get(id);
  }

  void convene(String roundId, Rounds.Convocation convocation) {
    jdbc.sql(
            """
            update round set held_on = :date, place = :place, mode = :mode, answer_term = :term, agenda = :agenda,
                   state = 'CONVENED', convened = convened + 1,
                   attendance_recorded_at = null
             where id = :id
            """)
        .param("date", convocation.date())
        .param("place", convocation.place())
        .param("mode", convocation.mode())
        .param("term", convocation.answerTerm())
        .param("agenda", convocation.agenda())
        .param("id", roundId)
        .update();
  }

  /** How often a sitting was convened: more than once when it was sent back for correction. */
  int convened(String roundId) {
    return jdbc.sql("select convened from round where id = ?")
        .param(roundId)
        .query(Integer.class)
        .single();
  }

  void attended(String roundId, @Nullable Boolean chairPresent) {
    jdbc.sql(
            "update round set attendance_recorded_at = :now, chair_present = :chair where id = :id")
        .param("now", now())
        .param("chair", chairPresent)
        .param("id", roundId)
        .update();
  }

  boolean attendanceRecorded(String roundId) {
    return jdbc.sql("select attendance_recorded_at is not null from round where id = ?")
        .param(roundId)
        .query(Boolean.class)
        .single();
  }

  void quorum(String roundId, boolean quorum) {
    jdbc.sql("update round set quorum = ? where id = ?").params(quorum, roundId).update();
  }

  void asking(String roundId, String askingId) {
    jdbc.sql("update round set state = 'ASKING', asking_id = ? where id = ?")
        .params(askingId, roundId)
        .update();
  }

  void askingLate(String roundId, String askingId) {
    jdbc.sql("update round set state = 'ASKING', late_asking_id = ? where id = ?")
        .params(askingId, roundId)
        .update();
  }

  String askingId(String roundId) {
    return jdbc.sql("select asking_id from round where id = ?")
        .param(roundId)
        .query(String.class)
        .single();
  }

  String lateAskingId(String roundId) {
    return jdbc.sql("select late_asking_id from round where id = ?")
        .param(roundId)
        .query(String.class)
        .single();
  }

  void writtenProcedureDone(String roundId) {
    jdbc.sql("update round set written_procedure_done_at = ? where id = ?")
        .params(now(), roundId)
        .update();
  }

  boolean isWrittenProcedureDone(String roundId) {
    return jdbc.sql("select written_procedure_done_at is not null from round where id = ?")
        .param(roundId)
        .query(Boolean.class)
        .single();
  }

  void end(String roundId, Round.State state) {
    jdbc.sql("update round set state = ?, closed_at = ? where id = ?")
        .params(state.name(), now(), roundId)
        .update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static Round row(ResultSet row, int number) throws SQLException {
    return new Round(
        row.getString("id"),
        row.getString("case_id"),
        row.getInt("number"),
        row.getInt("convocation"),
        row.getObject("held_on", LocalDate.class),
        row.getString("place"),
        row.getString("mode"),
        row.getObject("answer_term", Integer.class),
        row.getString("agenda"),
        row.getObject("chair_present", Boolean.class),
        row.getObject("quorum", Boolean.class),
        Round.State.valueOf(row.getString("state")),
        row.getTimestamp("opened_at").toInstant(),
        instant(row.getTimestamp("closed_at")));
  }

  private static @Nullable Instant instant(java.sql.@Nullable Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
