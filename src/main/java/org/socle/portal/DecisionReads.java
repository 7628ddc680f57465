package org.socle.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was decided in a case, at which level and on what conditions, one statement each. */
@Repository
class DecisionReads {

  /** A deciding body of the case. */
  record Body(
      String id,
      String level,
      int ord,
      @Nullable String body,
      String function,
      String state,
      int attempt,
      @Nullable Instant openedAt,
      @Nullable Instant closedAt) {

    /** Whether an outcome belongs to the attempt that the body has open. */
    boolean decides(Decided outcome) {
      return "OPEN".equals(state) && id.equals(outcome.levelId()) && attempt == outcome.attempt();
    }
  }

  /** What a level decided on a recommendation. */
  record Decided(
      String id,
      String levelId,
      String recommendationId,
      int attempt,
      String outcome,
      @Nullable String reason,
      @Nullable LocalDate decidedOn,
      @Nullable String source) {}

  /**
   * A condition under which a recommendation was returned.
   *
   * @param formerOwner acronym of the seat that owed it before it left, or null
   */
  record Condition(
      String decisionId,
      String recommendationId,
      String text,
      @Nullable String ownerGroup,
      @Nullable LocalDate dueDate,
      @Nullable Instant fulfilledAt,
      @Nullable String evidence,
      @Nullable String formerOwner,
      @Nullable String handedReason) {}

  /** How the technical validation ended and what the seats said in it. */
  record Technical(
      int asked,
      int valid,
      int withCorrections,
      int notValid,
      int abstained,
      @Nullable String result,
      @Nullable String reason) {

    /** Seats that were asked and said nothing. */
    public int silent() {
      return asked - valid - withCorrections - notValid - abstained;
    }
  }

  /** The opinion of one seat on the result. */
  record Opinion(
      String seatId, String institution, String opinion, @Nullable String text, boolean counts) {}

  private final JdbcClient jdbc;

  DecisionReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Body> levels(String caseId) {
    return jdbc.sql(
            """
            select id, level, ord, body, function, state, attempt, opened_at, closed_at
            from decision_v_level where case_id = :id order by ord
            """)
        .param("id", caseId)
        .query(Body.class)
        .list();
  }

  List<Decided> outcomes(String caseId) {
    return jdbc.sql(
            """
            select id, level_id, recommendation_id, attempt, outcome, reason, decided_on, source
            from decision_v_outcome where case_id = :id order by ord, attempt, recorded_at, id
            """)
        .param("id", caseId)
        .query(Decided.class)
        .list();
  }

  List<Condition> conditions(String caseId) {
    return jdbc.sql(
            """
            select c.decision_id, c.recommendation_id, c.text, c.owner_group, c.due_date, c.fulfilled_at, c.evidence,
              s.acronym as former_owner, c.handed_reason
            from decision_v_condition c
            left join stakeholder_v_seat s on c.former_owner = 'seat-' || s.id
            where c.case_id = :id order by c.seq
            """)
        .param("id", caseId)
        .query(Condition.class)
        .list();
  }

  Optional<Technical> technical(String caseId) {
    return jdbc.sql(
            """
            select t.asked, t.result, t.reason,
              count(o.*) filter (where o.opinion = 'VALID') as valid,
              count(o.*) filter (where o.opinion = 'VALID_WITH_CORRECTIONS') as with_corrections,
              count(o.*) filter (where o.opinion = 'NOT_VALID') as not_valid,
              count(o.*) filter (where o.opinion = 'ABSTAIN') as abstained
            from decision_v_technical t
            left join decision_v_opinion o on o.case_id = t.case_id and o.counts
            where t.case_id = :id
            group by t.asked, t.result, t.reason
            """)
        .param("id", caseId)
        .query(Technical.class)
        .optional();
  }

  /** Opinions that seats gave in the technical validation. */
  List<Opinion> opinions(String caseId) {
    return jdbc.sql(
            """
            select o.seat_id, s.institution, o.opinion, o.text, o.counts
            from decision_v_opinion o join stakeholder_v_seat s on s.id = o.seat_id
            where o.case_id = :id and o.opinion is not null order by o.recorded_at, o.seat_id
            """)
        .param("id", caseId)
        .query(Opinion.class)
        .list();
  }
}
