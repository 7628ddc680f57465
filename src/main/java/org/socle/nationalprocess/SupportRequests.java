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
import org.socle.tracking.InvalidFormException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests for support: submitted, registered, acknowledged and accepted. */
@Service
public class SupportRequests {

  private final JdbcClient jdbc;
  private final Cases cases;
  private final RequestStatus status;
  private final Rules rules;
  private final Published published;
  private final Notifications notifications;
  private final Evidence evidence;
  private final WorkingCalendar calendar;
  private final Clock clock;

  SupportRequests(
      JdbcClient jdbc,
      Cases cases,
      RequestStatus status,
      Rules rules,
      Published published,
      Notifications notifications,
      Evidence evidence,
      WorkingCalendar calendar,
      Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.status = status;
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

  /**
   * Registers a request under a new case, which adopts the current rules; returns the case's
   * reference.
   */
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
        Map.of(
            "reference", reference, "country", request.country(), "guarantees", sorted(request)));
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
    status.move(caseId, "SUBMITTED", "ACKNOWLEDGED", null);
    notifications.enqueue(
        new Mail(
            caseId,
            "request-acknowledged-government-focal-point",
            "government-focal-point",
            caseId));
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
}
