package org.socle.nationalprocess;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.evidence.Rules;
import org.socle.tracking.InvalidFormException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Completeness and admissibility of a request: proposed by {@code check-admissibility}, decided by
 * the RC office.
 */
@Service
public class RequestChecks {

  private static final String TABLE = "check-admissibility";

  private final JdbcClient jdbc;
  private final Cases cases;
  private final Rules rules;
  private final Published published;
  private final Evidence evidence;
  private final Clock clock;

  RequestChecks(
      JdbcClient jdbc,
      Cases cases,
      Rules rules,
      Published published,
      Evidence evidence,
      Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.rules = rules;
    this.published = published;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Stores what the rule proposes; a published case is passed when its facts are silent or speak
   * otherwise.
   */
  @Transactional
  public void propose(String caseId) {
    Map<String, @Nullable Object> inputs = inputs(caseId);
    if (published.replayed(caseId)) {
      List<String> silent =
          inputs.entrySet().stream()
              .filter(input -> input.getValue() == null)
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      if (!silent.isEmpty()) {
        published.notPublished(caseId, TABLE, String.join(", ", silent));
        return;
      }
    }
    List<Map<String, Object>> rows = rules.decide(caseId, TABLE, inputs);
    if (rows.isEmpty()) {
      throw new IllegalStateException("Table " + TABLE + " has no row for " + inputs);
    }
    Map<String, Object> proposal = rows.get(0);
    jdbc.sql(
            "update support_request set proposed_outcome = ?, proposal_about = ? where case_id = ?")
        .params(Arrays.asList(proposal.get("result"), proposal.get("about"), caseId))
        .update();
    if (published.replayed(caseId) && !"ACCEPT".equals(proposal.get("result"))) {
      published.publishedOtherwise(
          caseId, TABLE, proposal.get("result") + ": " + proposal.get("about"));
    }
  }

  private Map<String, @Nullable Object> inputs(String caseId) {
    List<CaseRecord> others = cases.runningBeside(caseId);
    boolean shared = !cases.sharingGuarantee(caseId, others).isEmpty();
    Map<String, @Nullable Object> inputs =
        new HashMap<>(
            jdbc.sql(
                    """
                    select government_origin as "governmentOrigin",
                      authority_level in ('HEAD_OF_GOVERNMENT', 'MINISTER', 'DEPUTY_MINISTER', 'DELEGATED')
                        as "authorityOk",
                      signed_letter as "signedLetter",
                      case when objectives is null and lead_ministry is null and not (g1 or g2 or g3 or g4) then null
                        else coalesce(trim(objectives) <> '' and trim(lead_ministry) <> '', false)
                          and (g1 or g2 or g3 or g4) end as "scopeGiven"
                    from support_request where case_id = ?
                    """)
                .param(caseId)
                .query()
                .singleRow());
    if (inputs.get("scopeGiven") == null && !published.replayed(caseId)) {
      inputs.put("scopeGiven", false);
    }
    inputs.put("activeSameScope", shared);
    inputs.put("activeOtherScope", !shared && !others.isEmpty());
    return inputs;
  }

  /**
   * Refuses an outcome that the request cannot have: anything but a decline without government
   * origin, a redirection without a running process to join, a clarification without questions.
   */
  public void check(String caseId, String outcome, @Nullable String questions) {
    List<InvalidFormException.FieldError> errors = new ArrayList<>();
    if (!"DECLINE".equals(outcome) && !governmentOrigin(caseId)) {
      errors.add(new InvalidFormException.FieldError("outcome", "error.only-decline", List.of()));
    } else if ("REDIRECT".equals(outcome) && cases.runningBeside(caseId).isEmpty()) {
      errors.add(
          new InvalidFormException.FieldError("outcome", "error.no-running-case", List.of()));
    } else if ("CLARIFY".equals(outcome) && (questions == null || questions.isBlank())) {
      errors.add(
          new InvalidFormException.FieldError("questions", "error.questions-needed", List.of()));
    }
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
  }

  private boolean governmentOrigin(String caseId) {
    return jdbc.sql(
            "select coalesce(government_origin, false) from support_request where case_id = ?")
        .param(caseId)
        .query(Boolean.class)
        .single();
  }

  /**
   * Stores what the RC office decided.
   *
   * @param outcome ACCEPT, CLARIFY, REDIRECT or DECLINE
   */
  @Transactional
  public void decide(
      String caseId,
      String outcome,
      @Nullable String reason,
      @Nullable String questions,
      String actor) {
    jdbc.sql(
            """
            update support_request set checked_outcome = ?, check_reason = ?, check_questions = ?, checked_by = ?,
              checked_at = ? where case_id = ?
            """)
        .params(Arrays.asList(outcome, reason, questions, actor, OffsetDateTime.now(clock), caseId))
        .update();
    Map<String, @Nullable Object> content = new HashMap<>();
    content.put("outcome", outcome);
    content.put("reason", reason);
    evidence.record(caseId, actor, "request.checked", caseId, content);
  }
}
