package org.socle.nationalprocess;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.evidence.Rules;
import org.socle.stakeholder.LeadAgency;
import org.socle.tracking.InvalidFormException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lead technical agency: proposed by decision table {@code propose-lead-agency}, confirmed by
 * the RC office.
 */
@Service
public class LeadAgencies implements LeadAgency {

  private static final String TABLE = "propose-lead-agency";

  private final JdbcClient jdbc;
  private final AgencyAnswers answers;
  private final Rules rules;
  private final Published published;
  private final Evidence evidence;
  private final Clock clock;

  LeadAgencies(
      JdbcClient jdbc,
      AgencyAnswers answers,
      Rules rules,
      Published published,
      Evidence evidence,
      Clock clock) {
    this.jdbc = jdbc;
    this.answers = answers;
    this.rules = rules;
    this.published = published;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Stores the agency that rule DT2 proposes for the request's subject; none when the subject is
   * not published.
   */
  @Transactional
  public void propose(String caseId) {
    String subject =
        jdbc.sql("select subject from support_request where case_id = ?")
            .param(caseId)
            .query((row, number) -> Optional.ofNullable(row.getString(1)))
            .single()
            .orElse(null);
    if (subject == null && published.replayed(caseId)) {
      published.notPublished(caseId, TABLE, "subject of the request");
      store(caseId, null);
      return;
    }
    store(caseId, proposal(caseId, subject));
  }

  private LeadProposal proposal(String caseId, @Nullable String subject) {
    Map<String, @Nullable Object> inputs = new HashMap<>();
    inputs.put("subject", subject);
    List<Map<String, Object>> rows = rules.decide(caseId, TABLE, inputs);
    if (rows.isEmpty()) {
      throw new IllegalStateException("Table " + TABLE + " has no row for subject " + subject);
    }
    Map<String, Object> row = rows.get(0);
    String first =
        (String)
            Objects.requireNonNull(row.get("first"), "Every row of the table names a first agency");
    return LeadProposal.of(first, (String) row.get("support"), with(caseId, "PARTICIPATE"));
  }

  private Set<String> with(String caseId, String answer) {
    return answers.ofCase(caseId).stream()
        .filter(given -> answer.equals(given.answer()))
        .map(AgencyAnswer::agency)
        .collect(Collectors.toSet());
  }

  private void store(String caseId, @Nullable LeadProposal proposal) {
    jdbc.sql(
            """
            insert into lead_agency (case_id, proposed, ground) values (?, ?, ?)
            on conflict (case_id) do update set proposed = excluded.proposed, ground = excluded.ground
            """)
        .params(
            Arrays.asList(
                caseId,
                proposal == null ? null : proposal.agency(),
                proposal == null ? null : proposal.ground()))
        .update();
    if (proposal != null) {
      evidence.record(
          caseId,
          Evidence.SYSTEM,
          "lead-agency.proposed",
          proposal.agency(),
          Map.of("ground", proposal.ground()));
    }
  }

  /** The proposed agency's code; empty when none could be proposed. */
  public Optional<String> proposed(String caseId) {
    return jdbc.sql("select proposed from lead_agency where case_id = ? and proposed is not null")
        .param(caseId)
        .query(String.class)
        .optional();
  }

  /** Refuses an agency that declined, and an override of the proposal without a reason. */
  public void check(String caseId, String agency, @Nullable String overrideReason) {
    if (with(caseId, "DECLINE").contains(agency)) {
      throw InvalidFormException.of("agency", "error.agency-declined", agency);
    }
    boolean override = proposed(caseId).filter(agency::equals).isEmpty();
    if (override && (overrideReason == null || overrideReason.isBlank())) {
      throw InvalidFormException.of("overrideReason", "error.override-needs-reason");
    }
  }

  /** Stores the confirmed agency; null only for a published case that does not name one. */
  @Transactional
  public void confirm(
      String caseId, @Nullable String agency, @Nullable String overrideReason, String actor) {
    if (agency == null) {
      published.notPublished(caseId, "userTask_confirmLeadAgency", "lead agency");
    }
    jdbc.sql(
            """
            update lead_agency set confirmed = ?, override_reason = ?, confirmed_at = ?, confirmed_by = ?
            where case_id = ?
            """)
        .params(Arrays.asList(agency, overrideReason, OffsetDateTime.now(clock), actor, caseId))
        .update();
    jdbc.sql("update national_process set lead_agency = ? where id = ?")
        .params(Arrays.asList(agency, caseId))
        .update();
    Map<String, @Nullable Object> content = new HashMap<>();
    content.put("overrideReason", overrideReason);
    evidence.record(caseId, actor, "lead-agency.confirmed", agency, content);
  }

  @Override
  public boolean named(String caseId) {
    return jdbc.sql(
            "select exists (select 1 from lead_agency where case_id = ? and confirmed is not null)")
        .param(caseId)
        .query(Boolean.class)
        .single();
  }
}
