package org.socle.nationalprocess;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.country.CountryTerm;
import org.socle.country.WorkingCalendar;
import org.socle.evidence.Evidence;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions to the government about its request: the country's term, extended once by the same. */
@Service
public class Clarifications {

  private final JdbcClient jdbc;
  private final RequestStatus status;
  private final Notifications notifications;
  private final Evidence evidence;
  private final WorkingCalendar calendar;
  private final Clock clock;

  Clarifications(
      JdbcClient jdbc,
      RequestStatus status,
      Notifications notifications,
      Evidence evidence,
      WorkingCalendar calendar,
      Clock clock) {
    this.jdbc = jdbc;
    this.status = status;
    this.notifications = notifications;
    this.evidence = evidence;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Asks the questions of the last check; returns when the term is over. */
  @Transactional
  public Instant ask(String caseId, String country) {
    String id = UUID.randomUUID().toString();
    LocalDate due = due(country);
    jdbc.sql(
            """
            insert into clarification (id, case_id, question, asked_at, due_date)
            select ?, case_id, coalesce(check_questions, check_reason, ''), ?, ? from support_request where case_id = ?
            """)
        .params(id, OffsetDateTime.now(clock), due, caseId)
        .update();
    status.move(caseId, "ACKNOWLEDGED", "CLARIFICATION", null);
    notifications.enqueue(
        new Mail(
            caseId, "clarification-asked-government-focal-point", "government-focal-point", id));
    evidence.record(caseId, Evidence.SYSTEM, "clarification.asked", id, Map.of("due", due));
    return calendar.endOfDay(country, due);
  }

  /** Gives the government once more the same term; returns when it is over. */
  @Transactional
  public Instant extend(String caseId, String country) {
    LocalDate due = due(country);
    String id =
        jdbc.sql(
                """
                update clarification set due_date = ?, extended_at = ?
                where case_id = ? and answered_at is null and extended_at is null returning id
                """)
            .params(due, OffsetDateTime.now(clock), caseId)
            .query(String.class)
            .single();
    notifications.enqueue(
        new Mail(
            caseId, "clarification-extended-government-focal-point", "government-focal-point", id));
    evidence.record(caseId, Evidence.SYSTEM, "clarification.extended", id, Map.of("due", due));
    return calendar.endOfDay(country, due);
  }

  private LocalDate due(String country) {
    return calendar.due(
        country, calendar.today(country), calendar.term(country, CountryTerm.CLARIFICATION));
  }

  /** Stores the answer and completes the request with what it adds. */
  @Transactional
  public void answer(String caseId, Completion completion, String actor) {
    String id =
        jdbc.sql(
                """
                update clarification set answer = ?, answered_at = ?, answered_by = ?
                where case_id = ? and answered_at is null returning id
                """)
            .params(Arrays.asList(completion.answer(), OffsetDateTime.now(clock), actor, caseId))
            .query(String.class)
            .single();
    jdbc.sql(
            """
            update support_request set authority_level = coalesce(?, authority_level),
              signed_letter = coalesce(?, signed_letter), lead_ministry = coalesce(?, lead_ministry),
              objectives = coalesce(?, objectives)
            where case_id = ?
            """)
        .params(
            Arrays.asList(
                completion.authorityLevel(),
                completion.signedLetter(),
                completion.leadMinistry(),
                completion.objectives(),
                caseId))
        .update();
    status.move(caseId, "CLARIFICATION", "ACKNOWLEDGED", null);
    Map<String, @Nullable Object> content = new HashMap<>();
    content.put("authorityLevel", completion.authorityLevel());
    content.put("signedLetter", completion.signedLetter());
    evidence.record(caseId, actor, "clarification.answered", id, content);
  }

  /**
   * What the government adds to its request; null leaves a fact as it was.
   *
   * @param authorityLevel HEAD_OF_GOVERNMENT, MINISTER, DEPUTY_MINISTER, DELEGATED or OTHER
   */
  public record Completion(
      @Nullable String answer,
      @Nullable String authorityLevel,
      @Nullable Boolean signedLetter,
      @Nullable String leadMinistry,
      @Nullable String objectives) {}
}
