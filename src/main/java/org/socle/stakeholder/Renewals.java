package org.socle.stakeholder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.socle.country.CountryTerm;
import org.socle.country.Term;
import org.socle.country.WorkingCalendar;
import org.socle.evidence.Evidence;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.Asking;
import org.socle.tracking.Askings.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the seats of the government for new members after a change of government. */
@Service
public class Renewals {

  private final JdbcClient jdbc;
  private final Seats seats;
  private final Askings askings;
  private final Notifications notifications;
  private final Evidence evidence;
  private final WorkingCalendar calendar;
  private final Clock clock;

  Renewals(
      JdbcClient jdbc,
      Seats seats,
      Askings askings,
      Notifications notifications,
      Evidence evidence,
      WorkingCalendar calendar,
      Clock clock) {
    this.jdbc = jdbc;
    this.seats = seats;
    this.askings = askings;
    this.notifications = notifications;
    this.evidence = evidence;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Whether the government holds a seat that could name new members. */
  @Transactional(readOnly = true)
  public boolean possible(String caseId) {
    return !ofGovernment(caseId).isEmpty();
  }

  /**
   * Asks every seated institution of the government, due after the country's term; a seat keeps its
   * members until it has named new ones.
   *
   * @return id of the asking
   */
  @Transactional
  public String ask(String caseId, String country, String waitingInstanceId) {
    Term term = calendar.term(country, CountryTerm.NEW_MEMBERS);
    LocalDate due = calendar.due(country, calendar.today(country), term);
    List<Seat> asked = ofGovernment(caseId);
    asked.forEach(
        seat ->
            jdbc.sql("insert into nomination (id, seat_id, asked_at) values (?, ?, ?)")
                .params(UUID.randomUUID().toString(), seat.id(), OffsetDateTime.now(clock))
                .update());
    String askingId =
        askings.open(
            new Asking(
                caseId,
                country,
                "renewal",
                "working-group-nomination",
                "nomination.asked",
                "new-members.answered",
                waitingInstanceId,
                due,
                asked.stream()
                    .map(seat -> new Recipient(seat.group(), due, Map.of("seatId", seat.id())))
                    .toList(),
                term.unit()));
    asked.forEach(
        seat ->
            notifications.enqueue(
                new Mail(caseId, "nomination-asked-seat", seat.group(), askingId)));
    evidence.record(
        caseId,
        Evidence.SYSTEM,
        "renewals.asked",
        askingId,
        Map.of("seats", asked.stream().map(Seat::id).toList(), "due", due));
    return askingId;
  }

  /** Ends the asking; a silent institution keeps the members that it had. */
  @Transactional
  public void close(String caseId, String askingId) {
    askings.close(askingId, askings.tally(askingId).open() == 0 ? "answered" : "ended");
    jdbc.sql(
            """
            update nomination set answer = 'SILENT' where answer is null
              and seat_id in (select id from seat where case_id = ? and state = 'SEATED')
            """)
        .param(caseId)
        .update();
    evidence.record(caseId, Evidence.SYSTEM, "renewals.closed", askingId, Map.of());
  }

  private List<Seat> ofGovernment(String caseId) {
    return seats.seated(caseId).stream()
        .filter(seat -> Side.GOV.name().equals(seat.side()))
        .toList();
  }
}
