package org.socle.nationalprocess;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.country.Countries;
import org.socle.country.CountryTerm;
import org.socle.country.Term;
import org.socle.country.WorkingCalendar;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.Asking;
import org.socle.tracking.Askings.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open invitation to the agencies resident in the country. */
@Service
public class AgencyAnswers {

  private final JdbcClient jdbc;
  private final Askings askings;
  private final Notifications notifications;
  private final Published published;
  private final Evidence evidence;
  private final Countries countries;
  private final WorkingCalendar calendar;
  private final Clock clock;

  AgencyAnswers(
      JdbcClient jdbc,
      Askings askings,
      Notifications notifications,
      Published published,
      Evidence evidence,
      Countries countries,
      WorkingCalendar calendar,
      Clock clock) {
    this.jdbc = jdbc;
    this.askings = askings;
    this.notifications = notifications;
    this.published = published;
    this.evidence = evidence;
    this.countries = countries;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Invites every agency resident in the country that has not answered yet, with the country's term
   * to answer.
   */
  @Transactional
  public OpenedAsking invite(String caseId, String country, String waitingInstanceId) {
    List<String> agencies =
        countries.of(country).residentAgencies().stream()
            .filter(agency -> invite(caseId, agency))
            .toList();
    Term term = calendar.term(country, CountryTerm.AGENCY_ANSWER);
    LocalDate due = calendar.due(country, calendar.today(country), term);
    String askingId =
        askings.open(
            new Asking(
                caseId,
                country,
                "agency-answer",
                "support-request-agency-answer",
                "agency.invited",
                "agencies.answered",
                waitingInstanceId,
                due,
                agencies.stream()
                    .map(agency -> new Recipient(group(agency), due, Map.of("agencyCode", agency)))
                    .toList(),
                term.unit()));
    agencies.forEach(
        agency ->
            notifications.enqueue(
                new Mail(caseId, "agency-invited-agency", group(agency), askingId)));
    evidence.record(
        caseId,
        Evidence.SYSTEM,
        "agencies.invited",
        askingId,
        Map.of("agencies", agencies, "due", due));
    return new OpenedAsking(askingId, calendar.endOfDay(country, due));
  }

  // An appraisal that was sent back asks again only who said nothing.
  private boolean invite(String caseId, String agency) {
    return jdbc.sql(
                """
                insert into agency_answer (case_id, agency, invited_at) values (?, ?, ?)
                on conflict (case_id, agency) do update set invited_at = excluded.invited_at, answer = null, silent = false
                  where agency_answer.silent
                """)
            .params(caseId, agency, OffsetDateTime.now(clock))
            .update()
        == 1;
  }

  private static String group(String agency) {
    return "agency-" + agency.toLowerCase(Locale.ROOT);
  }

  /** Stores an agency's answer; {@link IllegalStateException} when its invitation is not open. */
  @Transactional
  public void answer(
      String caseId,
      String agency,
      String answer,
      @Nullable String subjects,
      @Nullable String resources,
      String actor) {
    int updated =
        jdbc.sql(
                """
                update agency_answer set answer = ?, subjects = ?, resources = ?, answered_at = ?, answered_by = ?
                where case_id = ? and agency = ? and answer is null
                """)
            .params(
                Arrays.asList(
                    answer, subjects, resources, OffsetDateTime.now(clock), actor, caseId, agency))
            .update();
    if (updated != 1) {
      throw new IllegalStateException(
          "No invitation is open for agency " + agency + " in case " + caseId);
    }
    evidence.record(caseId, actor, "invitation.answered", agency, Map.of("answer", answer));
  }

  /**
   * Ends the invitation; agencies that have not answered become observers, unless their answer was
   * not published.
   */
  @Transactional
  public void close(String caseId, String askingId) {
    String reason = askings.tally(askingId).open() == 0 ? "answered" : "term-over";
    askings.close(askingId, reason);
    List<String> silent = published.replayed(caseId) ? List.of() : observe(caseId);
    evidence.record(caseId, Evidence.SYSTEM, "agencies.closed", askingId, Map.of("silent", silent));
  }

  private List<String> observe(String caseId) {
    return jdbc.sql(
            """
            update agency_answer set answer = 'OBSERVE', silent = true
            where case_id = ? and answer is null returning agency
            """)
        .param(caseId)
        .query(String.class)
        .list();
  }

  /** The invited agencies of a case and their answers, by code. */
  public List<AgencyAnswer> ofCase(String caseId) {
    return jdbc.sql(
            """
            select agency, answer, subjects, resources, silent, answered_at from agency_answer
            where case_id = ? order by agency
            """)
        .param(caseId)
        .query(AgencyAnswer.class)
        .list();
  }
}
