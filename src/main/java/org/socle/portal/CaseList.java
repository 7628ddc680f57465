package org.socle.portal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads cases and who owes something in them, each list by one statement. */
@Repository
class CaseList {

  /** Open and overdue duties of a case. */
  record Owed(String caseId, int open, int overdue) {}

  /**
   * Open and overdue duties of one who owes.
   *
   * @param institution name of the seat's institution, null for functions and agencies
   * @param oldest earliest last day among the overdue ones
   */
  record Debtor(
      String country,
      String candidateGroup,
      @Nullable String acronym,
      @Nullable String institution,
      int open,
      int overdue,
      @Nullable LocalDate oldest) {}

  private static final String CASE =
      """
      select id, reference, country, title, title_fr, title_es, status, phase, phase_since, outcome, reason, training,
        opened_at, closed_at, lead_agency
      from nationalprocess_v_case
      """;
  // A day ends at another moment in every country: today comes with the countries.
  private static final String TODAY =
      """
       join unnest(string_to_array(:codes, ','), cast(string_to_array(:days, ',') as date[])) as today (code, day)
         on today.code = d.country
      """;

  private final JdbcClient jdbc;
  private final CountryDays countries;

  CaseList(JdbcClient jdbc, CountryDays countries) {
    this.jdbc = jdbc;
    this.countries = countries;
  }

  /** Cases of any of the countries, running ones first, newest first, at most 500. */
  List<CaseRow> ofCountries(Collection<String> codes) {
    if (codes.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            CASE
                + " where country in (:codes) order by status = 'CLOSED', opened_at desc, id limit 500")
        .param("codes", codes)
        .query(CaseRow.class)
        .list();
  }

  /** One case. */
  Optional<CaseRow> find(String caseId) {
    return jdbc.sql(CASE + " where id = :id").param("id", caseId).query(CaseRow.class).optional();
  }

  /** What is owed in each case of the countries, by case id. */
  Map<String, Owed> owed(Collection<String> codes) {
    return today(
            """
            select d.case_id, count(*) as open, count(*) filter (where d.due_date < today.day) as overdue
            from tracking_v_duty d
            """
                + TODAY
                + " where d.state = 'open' group by d.case_id",
            codes)
        .query(Owed.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Owed::caseId, Function.identity()));
  }

  /** Who owes something in the countries, the latest first, at most 100. */
  List<Debtor> debtors(Collection<String> codes) {
    return today(
            """
            select d.country, min(d.candidate_group) as candidate_group, s.acronym, s.institution, count(*) as open,
              count(*) filter (where d.due_date < today.day) as overdue,
              min(d.due_date) filter (where d.due_date < today.day) as oldest
            from tracking_v_duty d
            """
                + TODAY
                + """
                left join stakeholder_v_seat s on d.candidate_group = 'seat-' || s.id
                where d.state = 'open'
                group by d.country, s.acronym, s.institution, case when s.id is null then d.candidate_group end
                order by overdue desc, open desc, candidate_group limit 100
                """,
            codes)
        .query(Debtor.class)
        .list();
  }

  private JdbcClient.StatementSpec today(String sql, Collection<String> codes) {
    return jdbc.sql(sql)
        .param("codes", String.join(",", codes))
        .param(
            "days",
            codes.stream()
                .map(code -> countries.today(code).toString())
                .collect(Collectors.joining(",")));
  }
}
