package org.socle.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.socle.country.CountryTerm;
import org.socle.country.Term;
import org.socle.country.WorkingCalendar;
import org.socle.dialogue.Ballots.Asked;
import org.socle.evidence.Evidence;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.Asking;
import org.socle.tracking.Askings.Recipient;
import org.springframework.stereotype.Component;

/** Opens and ends the askings for positions, with a mail to each seat that is asked. */
@Component
class PositionAskings {

  private final Askings askings;
  private final Notifications notifications;
  private final WorkingCalendar calendar;
  private final Evidence evidence;

  PositionAskings(
      Askings askings, Notifications notifications, WorkingCalendar calendar, Evidence evidence) {
    this.askings = askings;
    this.notifications = notifications;
    this.calendar = calendar;
    this.evidence = evidence;
  }

  /** The country's term for the answers of groups that have taken no position. */
  Term writtenProcedure(String country) {
    return calendar.term(country, CountryTerm.WRITTEN_PROCEDURE);
  }

  Asked open(
      Round round, String country, String waitingInstanceId, Wave wave, List<String> seatIds) {
    Term term = wave.term();
    LocalDate today = calendar.today(country);
    LocalDate due = calendar.due(country, today, term);
    LocalDate end = calendar.due(country, today, term.untilUnresponsive());
    List<Recipient> recipients =
        seatIds.stream()
            .map(
                id -> new Recipient("seat-" + id, due, Map.of("seatId", id, "roundId", round.id())))
            .toList();
    String askingId =
        askings.open(
            new Asking(
                round.caseId(),
                country,
                wave.kind(),
                "dialogue-round-position",
                "position.asked",
                wave.joinMessage(),
                waitingInstanceId,
                end,
                recipients,
                term.unit()));
    for (Recipient recipient : recipients) {
      notifications.enqueue(
          new Mail(round.caseId(), wave.kind() + "-asked-seat", recipient.group(), round.id()));
    }
    evidence.record(
        round.caseId(),
        Evidence.SYSTEM,
        "positions.asked",
        round.id(),
        Map.of(
            "kind",
            wave.kind(),
            "seats",
            seatIds,
            "dueDate",
            due.toString(),
            "closes",
            end.toString()));
    return new Asked(askingId, calendar.endOfDay(country, end));
  }

  /** Ends an asking; returns whether everybody had answered. */
  boolean end(String askingId) {
    boolean allAnswered = askings.tally(askingId).open() == 0;
    askings.close(askingId, allAnswered ? "answered" : "deadline");
    return allAnswered;
  }

  /**
   * One wave of asking.
   *
   * @param kind position or late-position
   * @param term how long the seats have to answer
   */
  record Wave(String kind, String joinMessage, Term term) {}
}
