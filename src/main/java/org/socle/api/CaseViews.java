package org.socle.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads cases for programs, each list by one statement and one that counts it. */
@Repository
class CaseViews {

  private static final String SUMMARY =
      """
      select id, reference, country, title, title_fr, title_es, status, phase, phase_since, outcome, training,
        opened_at, closed_at, lead_agency
      """;
  private static final String CASES =
      """
      from nationalprocess_v_case
      where country in (:countries) and status = coalesce(:status, status)
        and (cast(:phase as varchar) is null or phase = :phase)
      """;

  private final JdbcClient jdbc;

  CaseViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Cases of the countries, newest first. */
  PageOf<CaseSummary> page(
      Collection<String> countries,
      @Nullable CasePhase phase,
      @Nullable CaseStatus status,
      Paging paging) {
    if (countries.isEmpty()) {
      return PageOf.of(List.of(), paging, 0);
    }
    List<CaseSummary> items =
        chosen(
                SUMMARY + CASES + "order by opened_at desc, id offset :offset limit :size",
                countries,
                phase,
                status)
            .param("offset", paging.offset())
            .param("size", paging.size())
            .query(CaseSummary.class)
            .list();
    long total =
        chosen("select count(*) " + CASES, countries, phase, status).query(Long.class).single();
    return PageOf.of(items, paging, total);
  }

  private StatementSpec chosen(
      String sql,
      Collection<String> countries,
      @Nullable CasePhase phase,
      @Nullable CaseStatus status) {
    return jdbc.sql(sql)
        .param("countries", countries)
        .param("phase", phase == null ? null : phase.name())
        .param("status", status == null ? null : status.name());
  }

  Optional<CaseSummary> find(String caseId) {
    return jdbc.sql(SUMMARY + "from nationalprocess_v_case where id = :id")
        .param("id", caseId)
        .query(CaseSummary.class)
        .optional();
  }

  List<PhaseStay> phases(String caseId) {
    return ofCase(
            "select phase, entered_at, left_at from nationalprocess_v_phase where case_id = :id order by id",
            caseId)
        .query(PhaseStay.class)
        .list();
  }

  List<SeatView> seats(String caseId) {
    return ofCase(
            """
            select id, acronym, institution, category, side, state, voting
            from stakeholder_v_seat where case_id = :id and to_at is null order by acronym, id
            """,
            caseId)
        .query(SeatView.class)
        .list();
  }

  List<OutcomeView> outcomes(String caseId) {
    return ofCase(
            """
            select recommendation_id, level, attempt, outcome, reason, decided_on
            from decision_v_outcome where case_id = :id order by ord, attempt, recommendation_id
            """,
            caseId)
        .query(OutcomeView.class)
        .list();
  }

  private StatementSpec ofCase(String sql, String caseId) {
    return jdbc.sql(sql).param("id", caseId);
  }
}
