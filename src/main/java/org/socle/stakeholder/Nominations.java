package org.socle.stakeholder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.country.CountryTerm;
import org.socle.country.Term;
import org.socle.country.WorkingCalendar;
import org.socle.evidence.Evidence;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.Asking;
import org.socle.tracking.Askings.Recipient;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests for nominations: one full member and one substitute per institution. */
@Service
public class Nominations {

  private final JdbcClient jdbc;
  private final MemberTable members;
  private final Askings askings;
  private final Notifications notifications;
  private final Evidence evidence;
  private final WorkingCalendar calendar;
  private final Clock clock;

  Nominations(
      JdbcClient jdbc,
      MemberTable members,
      Askings askings,
      Notifications notifications,
      Evidence evidence,
      WorkingCalendar calendar,
      Clock clock) {
    this.jdbc = jdbc;
    this.members = members;
    this.askings = askings;
    this.notifications = notifications;
    this.evidence = evidence;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Asks every mapped institution whose seat is not filled: due after the country's term, late
   * until the ladder of reminders has run out (phase P2, step 2 of the national process).
   */
  @Transactional
  public OpenedAsking ask(String caseId, String country, String waitingInstanceId) {
    createSeats(caseId);
    LocalDate today = calendar.today(country);
    Term term = calendar.term(country, CountryTerm.NOMINATION);
    LocalDate due = calendar.due(country, today, term);
    LocalDate end =
        calendar.due(country, today, calendar.term(country, CountryTerm.NOMINATION_END));
    List<String> seatIds = invite(caseId);
    String askingId =
        askings.open(
            new Asking(
                caseId,
                country,
                "nomination",
                "working-group-nomination",
                "nomination.asked",
                "nominations.answered",
                waitingInstanceId,
                end,
                seatIds.stream()
                    .map(id -> new Recipient("seat-" + id, due, Map.of("seatId", id)))
                    .toList(),
                term.unit()));
    seatIds.forEach(
        id ->
            notifications.enqueue(
                new Mail(caseId, "nomination-asked-seat", "seat-" + id, askingId)));
    evidence.record(
        caseId,
        Evidence.SYSTEM,
        "nominations.asked",
        askingId,
        Map.of("seats", seatIds, "due", due));
    return new OpenedAsking(askingId, calendar.endOfDay(country, end));
  }

  private void createSeats(String caseId) {
    List<Unseated> unseated =
        jdbc.sql(
                """
                select i.id, i.category from institution i where i.case_id = ?
                  and not exists (select 1 from seat s where s.institution_id = i.id)
                order by i.acronym
                """)
            .param(caseId)
            .query(Unseated.class)
            .list();
    for (Unseated institution : unseated) {
      Category category = Category.valueOf(institution.category());
      jdbc.sql(
              """
              insert into seat (id, case_id, institution_id, side, voting, state)
              values (?, ?, ?, ?, ?, 'INVITED')
              """)
          .params(
              UUID.randomUUID().toString(),
              caseId,
              institution.id(),
              category.side().name(),
              category.voting())
          .update();
    }
  }

  private List<String> invite(String caseId) {
    jdbc.sql(
            "update seat set state = 'INVITED' where case_id = ? and to_at is null and state <> 'SEATED'")
        .param(caseId)
        .update();
    List<String> seatIds =
        jdbc.sql(
                "select id from seat where case_id = ? and to_at is null and state = 'INVITED' order by side, id")
            .param(caseId)
            .query(String.class)
            .list();
    for (String seatId : seatIds) {
      jdbc.sql("insert into nomination (id, seat_id, asked_at) values (?, ?, ?)")
          .params(UUID.randomUUID().toString(), seatId, OffsetDateTime.now(clock))
          .update();
    }
    return seatIds;
  }

  /**
   * Refuses a nomination without two different persons and a letter, and a refusal without a
   * reason.
   */
  public void check(NominationAnswer answer) {
    List<FieldError> errors = new ArrayList<>();
    if ("DECLINE".equals(answer.answer())) {
      require(errors, "reason", answer.reason(), "error.reason-to-decline");
    } else {
      require(errors, "fullMember", answer.fullMember(), "error.full-member-needed");
      require(errors, "substitute", answer.substitute(), "error.substitute-needed");
      require(errors, "letterReference", answer.letterReference(), "error.letter-needed");
      if (answer.fullMember() != null
          && answer.substitute() != null
          && answer.fullMember().samePerson(answer.substitute())) {
        errors.add(new FieldError("substitute", "error.same-person", List.of()));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
  }

  private static void require(
      List<FieldError> errors, String field, @Nullable Object value, String message) {
    if (value == null) {
      errors.add(new FieldError(field, message, List.of()));
    }
  }

  /**
   * Stores a seat's answer; {@link IllegalStateException} when nothing is open for the seat.
   *
   * @throws DutyClosedException when the seat was removed
   */
  @Transactional
  public void answer(String caseId, String seatId, NominationAnswer answer, String actor) {
    String state = "NOMINATE".equals(answer.answer()) ? "SEATED" : "DECLINED";
    int open =
        jdbc.sql("update seat set state = ? where id = ? and to_at is null")
            .params(state, seatId)
            .update();
    if (open == 0) {
      throw new DutyClosedException(seatId, "cancelled");
    }
    String fullMemberId = members.person(seatId, answer.fullMember(), null);
    String substituteId = members.person(seatId, answer.substitute(), null);
    int updated =
        jdbc.sql(
                """
                update nomination set answer = ?, full_member_id = ?, substitute_id = ?, letter_reference = ?,
                  reason = ?, channel = ?, answered_at = ?, answered_by = ?
                where seat_id = ? and answer is null
                """)
            .params(
                Arrays.asList(
                    answer.answer(),
                    fullMemberId,
                    substituteId,
                    answer.letterReference(),
                    answer.reason(),
                    answer.channel(),
                    OffsetDateTime.now(clock),
                    actor,
                    seatId))
            .update();
    if (updated != 1) {
      throw new IllegalStateException("No nomination is open for seat " + seatId);
    }
    evidence.record(
        caseId, actor, "nomination.answered", seatId, Map.of("answer", answer.answer()));
  }

  /** Ends the asking; seats that have not answered are recorded silent. */
  @Transactional
  public void close(String caseId, String askingId) {
    String reason = askings.tally(askingId).open() == 0 ? "answered" : "term-over";
    askings.close(askingId, reason);
    int silent =
        jdbc.sql(
                "update seat set state = 'SILENT' where case_id = ? and to_at is null and state = 'INVITED'")
            .param(caseId)
            .update();
    jdbc.sql(
            """
            update nomination set answer = 'SILENT' where answer is null
              and seat_id in (select id from seat where case_id = ? and state = 'SILENT')
            """)
        .param(caseId)
        .update();
    evidence.record(
        caseId, Evidence.SYSTEM, "nominations.closed", askingId, Map.of("silent", silent));
  }

  private record Unseated(String id, String category) {}
}
