package org.socle.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.country.CountryTerm;
import org.socle.country.Term;
import org.socle.country.WorkingCalendar;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.nationalprocess.Phase;
import org.socle.nationalprocess.Phases;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.Asking;
import org.socle.tracking.Askings.Recipient;
import org.socle.tracking.DutyClosedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opinions of the working group's voting seats on the result, for its technical validation. */
@Service
public class Opinions {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seats seats;
  private final Askings askings;
  private final Notifications notifications;
  private final Phases phases;
  private final WorkingCalendar calendar;
  private final Evidence evidence;
  private final Published published;

  Opinions(
      JdbcClient jdbc,
      Clock clock,
      Seats seats,
      Askings askings,
      Notifications notifications,
      Phases phases,
      WorkingCalendar calendar,
      Evidence evidence,
      Published published) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seats = seats;
    this.askings = askings;
    this.notifications = notifications;
    this.phases = phases;
    this.calendar = calendar;
    this.evidence = evidence;
    this.published = published;
  }

  /**
   * Asks every voting seat for its opinion, due after the country's term, and enters phase
   * VALIDATION.
   */
  @Transactional
  public Asked ask(String caseId, String country, String waitingInstanceId) {
    phases.enter(caseId, Phase.VALIDATION);
    List<Seat> voters = seats.seated(caseId).stream().filter(Seat::voting).toList();
    LocalDate today = calendar.today(country);
    Term term = calendar.term(country, CountryTerm.OPINION);
    LocalDate due = calendar.due(country, today, term);
    LocalDate end = calendar.due(country, today, term.untilUnresponsive());
    List<Recipient> recipients =
        voters.stream()
            .map(seat -> new Recipient(seat.group(), due, Map.of("seatId", seat.id())))
            .toList();
    String askingId =
        askings.open(
            new Asking(
                caseId,
                country,
                "opinion",
                "validation-opinion",
                "opinion.asked",
                "opinions.answered",
                waitingInstanceId,
                end,
                recipients,
                term.unit()));
    freeze(caseId, askingId, voters);
    for (Seat seat : voters) {
      notifications.enqueue(new Mail(caseId, "opinion-asked-seat", seat.group(), askingId));
    }
    evidence.record(
        caseId,
        Evidence.SYSTEM,
        "opinions.asked",
        askingId,
        Map.of("seats", voters.stream().map(Seat::id).toList()));
    return new Asked(askingId, calendar.endOfDay(country, end));
  }

  /**
   * Records the opinion of a seat that was asked.
   *
   * @param opinion VALID, VALID_WITH_CORRECTIONS, NOT_VALID or ABSTAIN; null when not published
   * @throws DutyClosedException when the seat is not asked (any more)
   */
  @Transactional
  public void record(
      String caseId, String seatId, @Nullable String opinion, @Nullable String text, String actor) {
    int rows =
        jdbc.sql(
                """
                update technical_opinion set opinion = ?, text = ?, recorded_at = ?, recorded_by = ?
                 where case_id = ? and seat_id = ? and left_at is null
                """)
            .params(opinion, text, OffsetDateTime.now(clock), actor, caseId, seatId)
            .update();
    if (rows == 0) {
      throw new DutyClosedException(seatId, "cancelled");
    }
    evidence.record(
        caseId,
        actor,
        "opinion.recorded",
        seatId,
        Map.of("opinion", opinion == null ? "NOT_PUBLISHED" : opinion));
  }

  /** Ends the asking; a seat that did not answer gave no opinion. */
  @Transactional
  public void close(String caseId, String askingId) {
    boolean allAnswered = askings.tally(askingId).open() == 0;
    askings.close(askingId, allAnswered ? "answered" : "deadline");
    jdbc.sql("update technical_validation set closed_at = ? where case_id = ?")
        .params(OffsetDateTime.now(clock), caseId)
        .update();
    Tally tally = tally(caseId);
    if (published.replayed(caseId) && tally.silent() > 0) {
      published.notPublished(
          caseId, "userTask_answerOpinion", "opinions of " + tally.silent() + " seats");
    }
    evidence.record(
        caseId, Evidence.SYSTEM, "opinions.closed", askingId, Map.of("silent", tally.silent()));
  }

  /** Opinions that seats gave, in the order in which they came; also of seats that have left. */
  public List<Opinion> ofCase(String caseId) {
    return jdbc.sql(
            """
            select seat_id, opinion, text, recorded_at from technical_opinion
             where case_id = ? and opinion is not null
             order by recorded_at, seat_id
            """)
        .param(caseId)
        .query(
            (row, number) ->
                new Opinion(
                    row.getString("seat_id"),
                    row.getString("opinion"),
                    row.getString("text"),
                    row.getTimestamp("recorded_at").toInstant()))
        .list();
  }

  /** How many seats were asked and what they said. */
  public Tally tally(String caseId) {
    return jdbc.sql(
            """
            select count(*) as asked,
                   count(*) filter (where opinion = 'VALID') as valid,
                   count(*) filter (where opinion = 'VALID_WITH_CORRECTIONS') as with_corrections,
                   count(*) filter (where opinion = 'NOT_VALID') as not_valid,
                   count(*) filter (where opinion = 'ABSTAIN') as abstained,
                   count(*) filter (where opinion is null) as silent
              from technical_opinion
             where case_id = ? and left_at is null
            """)
        .param(caseId)
        .query(Tally.class)
        .single();
  }

  private void freeze(String caseId, String askingId, List<Seat> voters) {
    jdbc.sql(
            "insert into technical_validation (case_id, asking_id, asked, opened_at) values (?, ?, ?, ?)")
        .params(caseId, askingId, voters.size(), OffsetDateTime.now(clock))
        .update();
    for (Seat seat : voters) {
      jdbc.sql("insert into technical_opinion (case_id, seat_id) values (?, ?)")
          .params(caseId, seat.id())
          .update();
    }
  }

  /** An asking and the moment at which it ends. */
  public record Asked(String askingId, Instant deadline) {}

  /** The opinion of one seat. */
  public record Opinion(String seatId, String opinion, @Nullable String text, Instant recordedAt) {}

  /**
   * Counts of a technical validation; {@code silent} are the seats that were asked and said
   * nothing.
   */
  public record Tally(
      int asked, int valid, int withCorrections, int notValid, int abstained, int silent) {}
}
