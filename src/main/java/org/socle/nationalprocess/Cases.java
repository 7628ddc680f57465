package org.socle.nationalprocess;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.country.Countries;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** National processes: looks them up, notes how they ended and closes them. */
@Service
public class Cases {

  private static final String CASE =
      """
      select id, reference, country, title, title_fr, title_es, status, phase, outcome, reason, training, opened_at,
        closed_at, lead_agency
      from nationalprocess_v_case
      """;

  private final JdbcClient jdbc;
  private final CaseReferences references;
  private final Countries countries;
  private final Phases phases;
  private final Evidence evidence;
  private final Clock clock;

  Cases(
      JdbcClient jdbc,
      CaseReferences references,
      Countries countries,
      Phases phases,
      Evidence evidence,
      Clock clock) {
    this.jdbc = jdbc;
    this.references = references;
    this.countries = countries;
    this.phases = phases;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Opens a case in its country's year; returns its reference. */
  String open(String caseId, String country, String title) {
    String reference = references.next(country);
    jdbc.sql(
            """
            insert into national_process (id, reference, country, title, status, training, opened_at)
            values (?, ?, ?, ?, 'RUNNING', ?, ?)
            """)
        .params(
            caseId,
            reference,
            country,
            title,
            countries.of(country).training(),
            OffsetDateTime.now(clock))
        .update();
    phases.begin(caseId, country);
    return reference;
  }

  /** The case with an id. */
  public Optional<CaseRecord> find(String caseId) {
    return jdbc.sql(CASE + "where id = ?").param(caseId).query(CaseRecord.class).optional();
  }

  /** The case with an id; {@link NoSuchElementException} when there is none. */
  public CaseRecord get(String caseId) {
    return find(caseId).orElseThrow(() -> new NoSuchElementException("There is no case " + caseId));
  }

  /** The case with a reference such as {@code SPF-PHL-2014-001}. */
  public Optional<CaseRecord> findByReference(String reference) {
    return jdbc.sql(CASE + "where reference = ?")
        .param(reference)
        .query(CaseRecord.class)
        .optional();
  }

  /** Cases of any of the countries, newest first, at most 500. */
  public List<CaseRecord> ofCountries(Collection<String> iso3) {
    return jdbc.sql(CASE + "where country = any (?) order by opened_at desc, id limit 500")
        .param(iso3.toArray(String[]::new))
        .query(CaseRecord.class)
        .list();
  }

  /** How many cases of a country have not ended, suspended ones included. */
  public int running(String country) {
    return jdbc.sql(
            "select count(*) from national_process where country = ? and status <> 'CLOSED'")
        .param(country)
        .query(Integer.class)
        .single();
  }

  /** Other cases of the same country that have not ended, suspended ones included. */
  List<CaseRecord> runningBeside(String caseId) {
    return jdbc.sql(
            CASE
                + """
                where status <> 'CLOSED' and outcome is null and id <> ?
                  and country = (select country from national_process where id = ?)
                order by opened_at
                """)
        .params(caseId, caseId)
        .query(CaseRecord.class)
        .list();
  }

  /**
   * Notes how and why the case ends while its process goes on to its end; a later note replaces an
   * earlier one.
   */
  @Transactional
  public void conclude(String caseId, Outcome outcome, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("Every end has a reason; case " + caseId + " got none");
    }
    int updated =
        jdbc.sql(
                "update national_process set outcome = ?, reason = ? where id = ? and status = 'RUNNING'")
            .params(outcome.name(), reason, caseId)
            .update();
    if (updated != 1) {
      throw new IllegalStateException("Case " + caseId + " does not run");
    }
    evidence.record(
        caseId,
        Evidence.SYSTEM,
        "case.concluded",
        caseId,
        Map.of("outcome", outcome.name(), "reason", reason));
  }

  /** Closes the case with the noted outcome; {@link IllegalStateException} when none was noted. */
  @Transactional
  public void close(String caseId) {
    int updated =
        jdbc.sql(
                """
                update national_process set status = 'CLOSED', closed_at = ?
                where id = ? and status = 'RUNNING' and outcome is not null
                """)
            .params(OffsetDateTime.now(clock), caseId)
            .update();
    if (updated != 1) {
      throw new IllegalStateException("Case " + caseId + " cannot be closed without an outcome");
    }
    phases.leave(caseId);
    evidence.record(caseId, Evidence.SYSTEM, "case.closed", caseId, Map.of());
  }

  /** Sets the titles of a published case in French and Spanish; null where there is none. */
  @Transactional
  public void translateTitle(String caseId, @Nullable String titleFr, @Nullable String titleEs) {
    jdbc.sql("update national_process set title_fr = ?, title_es = ? where id = ?")
        .params(Arrays.asList(titleFr, titleEs, caseId))
        .update();
  }

  /** Which of the cases share a guarantee with the given one. */
  Set<String> sharingGuarantee(String caseId, Collection<CaseRecord> others) {
    return jdbc.sql(
            """
            select o.case_id from support_request o join support_request r on r.case_id = ?
            where o.case_id = any (?) and (o.g1 and r.g1 or o.g2 and r.g2 or o.g3 and r.g3 or o.g4 and r.g4)
            """)
        .params(caseId, others.stream().map(CaseRecord::id).toArray(String[]::new))
        .query(String.class)
        .set();
  }
}
