package org.socle.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a case recommends and what its seats said about it, one statement each. */
@Repository
class DialogueReads {

  /** A recommendation and how far it came; null where nothing is known yet. */
  record Recommended(
      String id,
      String code,
      String guarantee,
      String title,
      String text,
      @Nullable Integer priority,
      @Nullable Boolean needsLaw,
      @Nullable BigDecimal addedCost,
      @Nullable String consensusState,
      @Nullable String politicalOutcome) {}

  /** A sitting of the dialogue. */
  record Sitting(
      String id,
      int number,
      int convocation,
      @Nullable LocalDate heldOn,
      @Nullable String place,
      @Nullable String mode,
      @Nullable Boolean quorum,
      String state) {}

  /** An item of a sitting. */
  record Discussed(
      String id,
      String roundId,
      String code,
      String title,
      String state,
      @Nullable String result) {}

  /** The last position of a seat; it does not count when the seat has left the round. */
  record Said(
      String itemId,
      String seatId,
      String value,
      @Nullable String text,
      @Nullable String channel,
      boolean counts,
      String acronym,
      String institution,
      String side) {}

  /** A mandatory group that took no position on an item although it was asked twice. */
  record Absent(String itemId, String side) {}

  private final JdbcClient jdbc;

  DialogueReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Recommended> recommendations(String caseId) {
    return jdbc.sql(
            """
            select id, code, guarantee, title, text, priority, needs_law, added_cost, consensus_state, political_outcome
            from assessment_v_recommendation where case_id = :id order by number
            """)
        .param("id", caseId)
        .query(Recommended.class)
        .list();
  }

  List<Sitting> rounds(String caseId) {
    return jdbc.sql(
            """
            select id, number, convocation, held_on, place, mode, quorum, state
            from dialogue_v_round where case_id = :id order by sitting
            """)
        .param("id", caseId)
        .query(Sitting.class)
        .list();
  }

  List<Discussed> items(String caseId) {
    return jdbc.sql(
            """
            select id, round_id, code, title, state, result
            from dialogue_v_item where case_id = :id order by round_number, code_number
            """)
        .param("id", caseId)
        .query(Discussed.class)
        .list();
  }

  List<Said> positions(String caseId) {
    return jdbc.sql(
            """
            select p.item_id, p.seat_id, p.value, p.text, p.channel, p.counts, s.acronym, s.institution, p.side
            from dialogue_v_position p join stakeholder_v_seat s on s.id = p.seat_id
            where p.case_id = :id and p.latest order by s.acronym
            """)
        .param("id", caseId)
        .query(Said.class)
        .list();
  }

  List<Absent> didNotJoin(String caseId) {
    return jdbc.sql(
            "select item_id, side from dialogue_v_did_not_join where case_id = :id order by side")
        .param("id", caseId)
        .query(Absent.class)
        .list();
  }
}
