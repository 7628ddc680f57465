package org.socle.nationalprocess;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.country.WorkingCalendar;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.evidence.Rules;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.stakeholder.Institutions;
import org.socle.tracking.InvalidFormException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests for support, from registration to the end of their examination. */
@Service
public class SupportRequests {

  private static final String FOCAL_POINT = "government-focal-point";

  private final JdbcClient jdbc;
  private final Cases cases;
  private final Phases phases;
  private final Institutions institutions;
  private final Rules rules;
  private final Published published;
  private final Notifications notifications;
  private final Evidence evidence;
  private final WorkingCalendar calendar;
  private final Clock clock;

  SupportRequests(
      JdbcClient jdbc,
      Cases cases,
      Phases phases,
      Institutions institutions,
      Rules rules,
      Published published,
      Notifications notifications,
      Evidence evidence,
      WorkingCalendar calendar,
      Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.phases = phases;
    this.institutions = institutions;
    this.rules = rules;
    this.published = published;
    this.notifications = notifications;
    this.evidence = evidence;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Refuses a letter that is dated after today in the country. */
  public void check(String country, @Nullable LocalDate letterDate) {
    if (letterDate != null && letterDate.isAfter(calendar.today(country))) {
      throw InvalidFormException.of("letterDate", "error.date-in-future");
    }
  }

  /** Registers a request under a new case, which adopts the current rules; returns the case's reference. */
  @Transactional
  public String register(String caseId, SubmittedRequest request, String actor) {
    String reference = cases.open(caseId, request.country(), request.title());
    insert(caseId, request, actor);
    rules.adopt(caseId);
    evidence.record(
        caseId,
        actor,
        "request.submitted",
        caseId,
        Map.of("reference", reference, "country", request.country(), "guarantees", sorted(request)));
    return reference;
  }

  private void insert(String caseId, SubmittedRequest request, String actor) {
    jdbc.sql(
            """
            insert into support_request (case_id, requesting_institution, government_origin, signatory_function,
              authority_level, signed_letter, letter_date, lead_ministry, objectives, g1, g2, g3, g4, subject,
              expected_completion, link_to_national_plan, submitted_by, submitted_at, status)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SUBMITTED')
            """)
        .params(
            Arrays.asList(
                caseId,
                request.requestingInstitution(),
                known(caseId, request.governmentOrigin()),
                request.signatoryFunction(),
                request.authorityLevel(),
                known(caseId, request.signedLetter()),
                request.letterDate(),
                request.leadMinistry(),
                request.objectives(),
                request.guarantees().contains("G1"),
                request.guarantees().contains("G2"),
                request.guarantees().contains("G3"),
                request.guarantees().contains("G4"),
                request.subject(),
                request.expectedCompletion(),
                request.linkToNationalPlan(),
                actor,
                OffsetDateTime.now(clock)))
        .update();
  }

  /** A box that was not ticked says no, but says nothing in a file of published facts. */
  private @Nullable Boolean known(String caseId, @Nullable Boolean tick) {
    return tick == null && !published.replayed(caseId) ? Boolean.FALSE : tick;
  }

  private static List<String> sorted(SubmittedRequest request) {
    return request.guarantees().stream().sorted().toList();
  }

  /** Confirms to the government that its request has arrived. */
  @Transactional
  public void acknowledge(String caseId) {
    move(caseId, "ACKNOWLEDGED", null, "SUBMITTED");
    mail(caseId, "request-acknowledged-government-focal-point", FOCAL_POINT);
    evidence.record(caseId, Evidence.SYSTEM, "request.acknowledged", caseId, Map.of());
  }

  /** Accepts the request; {@link IllegalStateException} when it does not come from a government. */
  @Transactional
  public void accept(String caseId) {
    int updated =
        jdbc.sql(
                """
                update support_request set status = 'ACCEPTED', status_reason = check_reason, accepted_at = ?
                where case_id = ? and status = 'ACKNOWLEDGED' and government_origin is distinct from false
                """)
            .params(OffsetDateTime.now(clock), caseId)
            .update();
    if (updated != 1) {
      throw new IllegalStateException("The request of case " + caseId + " cannot be accepted");
    }
    evidence.record(caseId, Evidence.SYSTEM, "request.accepted", caseId, Map.of());
  }

  /** Ends the case with a reasoned letter; the government may submit again. */
  @Transactional
  public void decline(String caseId) {
    String reason = checkReason(caseId);
    move(caseId, "DECLINED", reason, "ACKNOWLEDGED");
    mail(caseId, "request-declined-government-focal-point", FOCAL_POINT);
    evidence.record(caseId, Evidence.SYSTEM, "request.declined", caseId, Map.of("reason", reason));
    cases.conclude(caseId, Outcome.DECLINED, reason);
  }

  /** Ends the case with the offer to join the country's process that runs already. */
  @Transactional
  public void redirect(String caseId) {
    List<CaseRecord> running = cases.runningBeside(caseId);
    List<String> shared = List.copyOf(cases.sharingGuarantee(caseId, running));
    String target =
        running.stream()
            .filter(other -> shared.isEmpty() || shared.contains(other.id()))
            .findFirst()
            .map(CaseRecord::reference)
            .orElseThrow(() -> new IllegalStateException("There is no running process to join beside " + caseId));
    String reason = target + ": " + checkReason(caseId);
    move(caseId, "REDIRECTED", reason, "ACKNOWLEDGED");
    mail(caseId, "request-redirected-government-focal-point", FOCAL_POINT);
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
    move(caseId, "LAPSED", reason, "CLARIFICATION");
    mail(caseId, "request-lapsed-government-focal-point", FOCAL_POINT);
    evidence.record(caseId, Evidence.SYSTEM, "request.lapsed", caseId, Map.of("reason", reason));
    cases.conclude(caseId, Outcome.LAPSED, reason);
  }

  /** Tells government and secretariat that support is confirmed and opens the phase of the working group. */
  @Transactional
  public void confirmSupport(String caseId) {
    mail(caseId, "support-confirmed-government-focal-point", FOCAL_POINT);
    mail(caseId, "support-confirmed-secretariat", "secretariat");
    evidence.record(caseId, Evidence.SYSTEM, "support.confirmed", caseId, Map.of());
    phases.enter(caseId, Phase.WORKING_GROUP);
    if (!published.replayed(caseId)) {
      institutions.startFromDefaults(caseId, cases.get(caseId).country());
    }
  }

  private String checkReason(String caseId) {
    return jdbc.sql("select check_reason from support_request where case_id = ? and check_reason is not null")
        .param(caseId)
        .query(String.class)
        .optional()
        .orElseThrow(() -> new IllegalStateException("The check of case " + caseId + " has no reason"));
  }

  /** Moves the request on; a request that is not in the expected status is an error of the model. */
  private void move(String caseId, String status, @Nullable String reason, String from) {
    int updated =
        jdbc.sql("update support_request set status = ?, status_reason = ? where case_id = ? and status = ?")
            .params(Arrays.asList(status, reason, caseId, from))
            .update();
    if (updated != 1) {
      throw new IllegalStateException("The request of case " + caseId + " is not " + from);
    }
  }

  private void mail(String caseId, String kind, String recipient) {
    notifications.enqueue(new Mail(caseId, kind, recipient, caseId));
  }
}
