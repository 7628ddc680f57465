package org.socle.portal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the parts of a case page that tell its course, one statement each. */
@Repository
class CaseReads {

  /**
   * A stay in a phase with the phase's plan, or the plan alone of a phase that was not entered.
   *
   * @param plannedFrom null without a plan
   */
  record Stay(
      String phase,
      @Nullable Instant enteredAt,
      @Nullable Instant leftAt,
      @Nullable LocalDate plannedFrom,
      @Nullable LocalDate plannedUntil) {}

  /** A dated fact; dates are days or months in ISO form. */
  record Fact(
      String dateText,
      @Nullable String untilText,
      String kind,
      @Nullable String who,
      String what,
      @Nullable String source) {}

  /** A seat; the names stand for those to whom names may be shown, else they are null. */
  record SeatRow(
      String id,
      String acronym,
      String institution,
      String category,
      String side,
      String state,
      boolean voting,
      @Nullable String fullMember,
      @Nullable String substitute) {}

  /** What published facts left open, or what they settled against a rule. */
  record Gap(Instant at, String kind, String step, String detail, @Nullable String source) {}

  /** The request behind the case. */
  record Request(
      @Nullable String requestingInstitution,
      @Nullable String signatoryFunction,
      @Nullable LocalDate letterDate,
      @Nullable String leadMinistry,
      @Nullable String objectives,
      @Nullable String subject,
      String status,
      @Nullable String statusReason,
      @Nullable Instant acceptedAt,
      @Nullable String proposedOutcome,
      @Nullable String proposalAbout,
      @Nullable String proposedAgency) {}

  /** What was asked back about a request. */
  record Clarification(
      String question,
      Instant askedAt,
      LocalDate dueDate,
      @Nullable String answer,
      @Nullable Instant answeredAt) {}

  /**
   * What a resident agency answered to the invitation; an open or silent one has no answer of its
   * own.
   */
  record Agency(
      String agency,
      @Nullable String answer,
      @Nullable String subjects,
      @Nullable String resources,
      boolean silent) {}

  /** A finding of the composition check. */
  record Finding(Instant at, String rule, String level, String result) {}

  /**
   * A span between two facts of a case; its months are days / 30.44.
   *
   * @param fromText first day or month in ISO form
   * @param months null for a span that is shown as reported, which is not computed
   */
  record Figure(
      String titleEn,
      String titleFr,
      String titleEs,
      String fromText,
      String toText,
      @Nullable BigDecimal months,
      @Nullable String note,
      @Nullable String source) {

    /** The title in the reader's language. */
    public String title(Locale locale) {
      return Titles.of(locale, titleEn, titleFr, titleEs);
    }
  }

  private final JdbcClient jdbc;

  CaseReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Stay> stays(String caseId) {
    return jdbc.sql(
            """
            select phase, entered_at, left_at, planned_from, planned_until
            from nationalprocess_v_phase_plan where case_id = :id order by id
            """)
        .param("id", caseId)
        .query(Stay.class)
        .list();
  }

  List<Fact> facts(String caseId) {
    return jdbc.sql(
            """
            select date_text, until_text, kind, who, what, source from nationalprocess_v_milestone
            where case_id = :id order by date_text, id
            """)
        .param("id", caseId)
        .query(Fact.class)
        .list();
  }

  /** Seats that have not ended; names of people only on demand. */
  List<SeatRow> seats(String caseId, boolean names) {
    return jdbc.sql(
            """
            select s.id, s.acronym, s.institution, s.category, s.side, s.state, s.voting,
              case when :names then n.full_member end as full_member,
              case when :names then n.substitute end as substitute
            from stakeholder_v_seat s
            left join lateral (select full_member, substitute from stakeholder_v_nomination
              where seat_id = s.id order by asked_at desc limit 1) n on true
            where s.case_id = :id and s.to_at is null
            order by array_position(array['GOV','EMP','WRK','CSO','PARL','UN','DP','RES'], s.side::text), s.acronym
            """)
        .param("id", caseId)
        .param("names", names)
        .query(SeatRow.class)
        .list();
  }

  List<Gap> gaps(String caseId) {
    return jdbc.sql(
            """
            select at, kind, step, detail, source from evidence_v_published_gap where case_id = :id order by id
            """)
        .param("id", caseId)
        .query(Gap.class)
        .list();
  }

  /** Spans computed from the case's facts, then spans that are shown as reported. */
  List<Figure> figures(String caseId) {
    return jdbc.sql(
            """
            select title_en, title_fr, title_es, from_day::text as from_text, to_day::text as to_text, months,
              null as note, null as source, 1 as kind, ord
            from casefile_v_figure where case_id = :id
            union all
            select title_en, title_fr, title_es, from_text, to_text, null, note, source, 2, ord
            from casefile_v_reported_span where case_id = :id
            order by kind, ord
            """)
        .param("id", caseId)
        .query(Figure.class)
        .list();
  }

  /** Facts without a date, then the sources of a replayed case. */
  List<CaseNote> notes(String caseId) {
    return jdbc.sql(
            """
            select kind, text, null as address, 1 as part, id as ord from casefile_v_note where case_id = :id
            union all
            select 'SOURCE', title, address, 2, ord from casefile_v_source where case_id = :id
            order by part, ord
            """)
        .param("id", caseId)
        .query(CaseNote.class)
        .list();
  }

  Optional<Request> request(String caseId) {
    return jdbc.sql(
            """
            select requesting_institution, signatory_function, letter_date, lead_ministry, objectives, subject, status,
              status_reason, accepted_at,
              proposed_outcome, proposal_about, proposed_agency
            from nationalprocess_v_request where case_id = :id
            """)
        .param("id", caseId)
        .query(Request.class)
        .optional();
  }

  /** Questions asked back about the request, oldest first. */
  List<Clarification> clarifications(String caseId) {
    return jdbc.sql(
            """
            select question, asked_at, due_date, answer, answered_at
            from nationalprocess_v_clarification where case_id = :id order by asked_at
            """)
        .param("id", caseId)
        .query(Clarification.class)
        .list();
  }

  /** Agencies invited to the case, by code. */
  List<Agency> agencies(String caseId) {
    return jdbc.sql(
            """
            select agency, answer, subjects, resources, silent
            from nationalprocess_v_agency_answer where case_id = :id order by agency
            """)
        .param("id", caseId)
        .query(Agency.class)
        .list();
  }

  /** Findings of the newest composition check. */
  List<Finding> findings(String caseId) {
    return jdbc.sql(
            """
            select at, rule, level, result from stakeholder_v_composition_finding
            where case_id = :id and at = (select max(at) from stakeholder_v_composition_finding where case_id = :id)
            order by id
            """)
        .param("id", caseId)
        .query(Finding.class)
        .list();
  }
}
