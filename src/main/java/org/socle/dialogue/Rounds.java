package org.socle.dialogue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.evidence.Evidence;
import org.socle.nationalprocess.Phase;
import org.socle.nationalprocess.Phases;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.InvalidFormException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rounds of a case's dialogue: begun, convened, attended, and convened again for what remains open.
 */
@Service
public class Rounds {

  private final RoundTable rounds;
  private final AttendanceList attendance;
  private final Items items;
  private final Recommendations recommendations;
  private final Seats seats;
  private final Phases phases;
  private final Notifications notifications;
  private final Evidence evidence;

  Rounds(
      RoundTable rounds,
      AttendanceList attendance,
      Items items,
      Recommendations recommendations,
      Seats seats,
      Phases phases,
      Notifications notifications,
      Evidence evidence) {
    this.rounds = rounds;
    this.attendance = attendance;
    this.items = items;
    this.recommendations = recommendations;
    this.seats = seats;
    this.phases = phases;
    this.notifications = notifications;
    this.evidence = evidence;
  }

  /** Rounds of a case, oldest first. */
  public List<Round> ofCase(String caseId) {
    return rounds.ofCase(caseId);
  }

  /** One round. */
  public Optional<Round> find(String roundId) {
    return rounds.find(roundId);
  }

  /** The newest round of a case. */
  public Optional<Round> current(String caseId) {
    return rounds.current(caseId);
  }

  /**
   * Refuses when the dialogue of the case cannot begin.
   *
   * @throws InvalidFormException {@code error.recommendations-on-page} when there is no
   *     recommendation
   */
  public void requireReady(String caseId) {
    recommendations.requireSome(caseId);
  }

  /**
   * Begins the dialogue: fixes the recommendations, prepares round 1 with one item for each, enters
   * phase DIALOGUE.
   *
   * @throws InvalidFormException {@code error.recommendations-on-page} when there is none
   */
  @Transactional
  public Round begin(String caseId, String actor) {
    List<Recommendation> list = recommendations.fix(caseId, actor);
    phases.enter(caseId, Phase.DIALOGUE);
    Round first = rounds.prepare(caseId, 1, 1);
    list.forEach(recommendation -> items.add(first.id(), recommendation));
    note(first, "round.prepared", actor);
    return first;
  }

  /**
   * Convenes the prepared round, or convenes it anew before its quorum was checked; returns its id.
   */
  @Transactional
  public String convene(String caseId, Convocation convocation, String actor) {
    Round prepared = rounds.current(caseId).filter(Rounds::convenable).orElseThrow();
    rounds.convene(prepared.id(), convocation);
    note(rounds.get(prepared.id()), "round.convened", actor);
    return prepared.id();
  }

  private static boolean convenable(Round round) {
    return round.state() == Round.State.PREPARED
        || round.state() == Round.State.CONVENED && round.quorum() == null;
  }

  /** Puts an invitation for every seated seat into the outbox; anew when the round was changed. */
  @Transactional
  public void invite(String roundId) {
    Round round = rounds.get(roundId);
    int convened = rounds.convened(roundId);
    String event = convened == 1 ? roundId : roundId + "." + convened;
    for (Seat seat : seats.seated(round.caseId())) {
      notifications.enqueue(new Mail(round.caseId(), "round-convened-seat", seat.group(), event));
    }
  }

  /** Records who attended, with nothing said about the chair. */
  @Transactional
  public void recordAttendance(String roundId, Set<String> present, String actor) {
    recordAttendance(roundId, present, null, actor);
  }

  /**
   * Records who attended; recording again replaces what was recorded before the quorum check.
   *
   * @param present seats that were represented
   * @param chairPresent whether the chair attended, null when nobody said; some quorum profiles ask
   *     for the chair
   * @throws InvalidFormException when a seat is not of the group or the check was made
   */
  @Transactional
  public void recordAttendance(
      String roundId, Set<String> present, @Nullable Boolean chairPresent, String actor) {
    Round round = rounds.get(roundId);
    if (round.state() != Round.State.CONVENED || round.quorum() != null) {
      throw InvalidFormException.of("", "error.attendance-closed");
    }
    List<Seat> seated = seats.seated(round.caseId());
    Set<String> unknown = new TreeSet<>(present);
    seated.forEach(seat -> unknown.remove(seat.id()));
    if (!unknown.isEmpty()) {
      throw InvalidFormException.of("present", "error.unknown-seat", unknown.iterator().next());
    }
    attendance.replace(roundId, seated, present);
    rounds.attended(roundId, chairPresent);
    evidence.record(
        round.caseId(),
        actor,
        "attendance.recorded",
        roundId,
        Map.of("present", List.copyOf(new TreeSet<>(present))));
  }

  /** Seats that were recorded as present. */
  public Set<String> present(String roundId) {
    return attendance.present(roundId);
  }

  /** Whether attendance was recorded, be it that nobody came. */
  public boolean attendanceRecorded(String roundId) {
    return rounds.attendanceRecorded(roundId);
  }

  /** Ends a sitting without quorum and prepares the second convocation of the same round. */
  @Transactional
  public void reconvene(String roundId) {
    Round failed = rounds.get(roundId);
    rounds.end(roundId, Round.State.NO_QUORUM);
    Round second = rounds.prepare(failed.caseId(), failed.number(), 2);
    items.move(roundId, second.id());
    note(second, "round.reconvened", Evidence.SYSTEM);
  }

  /** Prepares the next round with the items that remain open. */
  @Transactional
  public void openNext(String roundId) {
    Round last = rounds.get(roundId);
    Round next = rounds.prepare(last.caseId(), last.number() + 1, 1);
    items.carry(roundId, next.id());
    note(next, "round.prepared", Evidence.SYSTEM);
  }

  private void note(Round round, String action, String actor) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("number", round.number());
    content.put("convocation", round.convocation());
    content.put("date", round.date());
    evidence.record(round.caseId(), actor, action, round.id(), content);
  }

  /**
   * What the secretariat decides about a round; null when not published.
   *
   * @param mode IN_PERSON, ONLINE or MIXED
   * @param answerTerm working days for the positions, 1 to 60
   */
  public record Convocation(
      @Nullable LocalDate date,
      @Nullable String place,
      @Nullable String mode,
      @Nullable Integer answerTerm,
      @Nullable String agenda) {}
}
