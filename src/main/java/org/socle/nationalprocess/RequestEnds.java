package org.socle.nationalprocess;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.socle.evidence.Evidence;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests that lead to no support: each ends the case with a reason and tells the government. */
@Service
public class RequestEnds {

  private final JdbcClient jdbc;
  private final Cases cases;
  private final RequestStatus status;
  private final Notifications notifications;
  private final Evidence evidence;

  RequestEnds(
      JdbcClient jdbc,
      Cases cases,
      RequestStatus status,
      Notifications notifications,
      Evidence evidence) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.status = status;
    this.notifications = notifications;
    this.evidence = evidence;
  }

  /** Ends the case with a reasoned letter; the government may submit again. */
  @Transactional
  public void decline(String caseId) {
    String reason = checkReason(caseId);
    status.move(caseId, "ACKNOWLEDGED", "DECLINED", reason);
    mail(caseId, "request-declined-government-focal-point");
    evidence.record(caseId, Evidence.SYSTEM, "request.declined", caseId, Map.of("reason", reason));
    cases.conclude(caseId, Outcome.DECLINED, reason);
  }

  /** Ends the case with the offer to join the country's process that runs already. */
  @Transactional
  public void redirect(String caseId) {
    List<CaseRecord> running = cases.runningBeside(caseId);
    Set<String> shared = cases.sharingGuarantee(caseId, running);
    String target =
        running.stream()
            .filter(other -> shared.isEmpty() || shared.contains(other.id()))
            .findFirst()
            .map(CaseRecord::reference)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "There is no running process to join beside " + caseId));
    String reason = target + ": " + checkReason(caseId);
    status.move(caseId, "ACKNOWLEDGED", "REDIRECTED", reason);
    mail(caseId, "request-redirected-government-focal-point");
    evidence.record(caseId, Evidence.SYSTEM, "request.redirected", caseId, Map.of("to", target));
    cases.conclude(caseId, Outcome.REDIRECTED, reason);
  }

  /** Ends the case because the clarification did not come within the extended term. */
  @Transactional
  public void lapse(String caseId) {
    String reason =
        jdbc.sql(
                """
                select 'The clarification asked for on ' || to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD')
                  || ' was not given by ' || to_char(due_date, 'YYYY-MM-DD') || ', the end of the extended term.'
                from clarification where case_id = ? and answered_at is null
                """)
            .param(caseId)
            .query(String.class)
            .single();
    status.move(caseId, "CLARIFICATION", "LAPSED", reason);
    mail(caseId, "request-lapsed-government-focal-point");
    evidence.record(caseId, Evidence.SYSTEM, "request.lapsed", caseId, Map.of("reason", reason));
    cases.conclude(caseId, Outcome.LAPSED, reason);
  }

  private String checkReason(String caseId) {
    return jdbc.sql(
            "select check_reason from support_request where case_id = ? and check_reason is not null")
        .param(caseId)
        .query(String.class)
        .optional()
        .orElseThrow(
            () -> new IllegalStateException("The check of case " + caseId + " has no reason"));
  }

  private void mail(String caseId, String kind) {
    notifications.enqueue(new Mail(caseId, kind, "government-focal-point", caseId));
  }
}
