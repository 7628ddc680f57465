package org.socle.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was asked and what happened in a case, page by page. */
@Repository
class CaseEvents {

  private static final String DUTIES =
      """
      from tracking_v_duty d left join stakeholder_v_seat s on d.candidate_group = 'seat-' || s.id
      where d.case_id = :id and d.state = coalesce(:state, d.state)
      """;
  private static final String TIMELINE =
      """
      from (
        select entered_at as at, null as day, 'PHASE_ENTERED' as kind, phase as what, null as who, null as source
        from nationalprocess_v_phase where case_id = :id
        union all
        select left_at, null, 'PHASE_LEFT', phase, null, null
        from nationalprocess_v_phase where case_id = :id and left_at is not null
        union all
        select asked_at, null, 'DUTY_ASKED', element, candidate_group, null from tracking_v_duty where case_id = :id
        union all
        select answered_at, null, 'DUTY_ANSWERED', element, candidate_group, null
        from tracking_v_duty where case_id = :id and answered_at is not null
        union all
        select to_date(rpad(date_text, 10, '-01'), 'YYYY-MM-DD'), date_text, 'FACT', what, who, source
        from nationalprocess_v_milestone where case_id = :id
      ) event
      """;

  private final JdbcClient jdbc;

  CaseEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Duties of a case in the order in which they were asked. */
  PageOf<DutyView> duties(String caseId, @Nullable DutyState state, Paging paging) {
    String stored = state == null ? null : state.stored();
    List<DutyView> items =
        jdbc.sql(
                "select d.id, d.element as task, d.candidate_group as owner, s.acronym, s.institution, d.state,"
                    + " d.asked_at, d.due_date, d.answered_at, d.channel, d.reference,"
                    + " (select e.state from tracking_v_assisted_entry e where e.duty_id = d.id) as confirmation "
                    + DUTIES
                    + "order by d.asked_at, d.id offset :offset limit :size")
            .param("id", caseId)
            .param("state", stored)
            .param("offset", paging.offset())
            .param("size", paging.size())
            .query(DutyView.class)
            .list();
    long total =
        jdbc.sql("select count(*) " + DUTIES)
            .param("id", caseId)
            .param("state", stored)
            .query(Long.class)
            .single();
    return PageOf.of(items, paging, total);
  }

  /** Phases, duties and published facts, oldest first. */
  PageOf<TimelineEntry> timeline(String caseId, Paging paging) {
    return page(
        "select coalesce(day, to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')) as at, kind, what,"
            + " who, source ",
        TIMELINE,
        "order by event.at, kind, what, who",
        caseId,
        paging,
        TimelineEntry.class);
  }

  /** Entries of the record, oldest first. */
  PageOf<EvidenceEntry> evidence(String caseId, Paging paging) {
    return page(
        "select id, at, actor, action, subject, content, content_hash ",
        "from evidence_v_entry where case_id = :id ",
        "order by id",
        caseId,
        paging,
        EvidenceEntry.class);
  }

  private <T> PageOf<T> page(
      String columns, String from, String order, String caseId, Paging paging, Class<T> type) {
    List<T> items =
        jdbc.sql(columns + from + order + " offset :offset limit :size")
            .param("id", caseId)
            .param("offset", paging.offset())
            .param("size", paging.size())
            .query(type)
            .list();
    long total = jdbc.sql("select count(*) " + from).param("id", caseId).query(Long.class).single();
    return PageOf.of(items, paging, total);
  }
}
