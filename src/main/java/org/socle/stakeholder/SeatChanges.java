package org.socle.stakeholder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.stakeholder.SeatTable.Locked;
import org.socle.stakeholder.Vacancies.Vacancy;
import org.socle.tracking.Askings;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the seats of a working group, also while something is asked of them: each change has a
 * reason, leaves the other seats alone and is one transaction with what it does to open askings
 * (decision record 0017).
 */
@Service
public class SeatChanges {

  private static final String REASON = "reason";

  private final SeatTable table;
  private final MemberTable members;
  private final SeatAdding adding;
  private final Seats seats;
  private final Vacancies vacancies;
  private final Askings askings;
  private final RunningCases cases;
  private final List<SeatEffects> effects;
  private final Evidence evidence;

  SeatChanges(
      SeatTable table,
      MemberTable members,
      SeatAdding adding,
      Seats seats,
      Vacancies vacancies,
      Askings askings,
      RunningCases cases,
      List<SeatEffects> effects,
      Evidence evidence) {
    this.table = table;
    this.members = members;
    this.adding = adding;
    this.seats = seats;
    this.vacancies = vacancies;
    this.askings = askings;
    this.cases = cases;
    this.effects = effects;
    this.evidence = evidence;
  }

  /**
   * Adds a seat; while nominations are asked its institution is asked for its members, otherwise
   * they sit at once. Returns the seat's id.
   *
   * @throws InvalidFormException naming each wrong field; nothing is stored then
   */
  @Transactional
  public String add(String caseId, NewSeat seat, @Nullable String reason, String actor) {
    requireRunning(caseId, "new");
    String why = String.valueOf(reason);
    String seatId = adding.add(caseId, seat, reasonErrors(reason), why, nominating(caseId), actor);
    record(caseId, seatId, "ADDED", "seat.added", why, actor);
    Seat added = seats.find(seatId).orElseThrow();
    effects.forEach(effect -> effect.joined(added, actor));
    return seatId;
  }

  /**
   * Replaces the members of a seat: the seat and what it owes stay, the new members may act at once
   * and the former ones may not.
   */
  @Transactional
  public void replace(
      String caseId, String seatId, SeatMembers now, @Nullable String reason, String actor) {
    Locked seat = open(caseId, seatId);
    List<FieldError> errors = reasonErrors(reason);
    errors.addAll(members.errors(now));
    if (seat.state() != SeatState.SEATED) {
      errors.add(new FieldError("", "error.seat-nobody-sits", List.of()));
    }
    refuse(errors);
    String why = String.valueOf(reason);
    members.seat(seatId, now, why, actor);
    record(caseId, seatId, "REPLACED", "seat.members-replaced", why, actor);
  }

  /** Removes a seat: it acts, owes and counts no longer; what it said stays visible. */
  @Transactional
  public void remove(String caseId, String seatId, @Nullable String reason, String actor) {
    open(caseId, seatId);
    refuse(reasonErrors(reason));
    String why = String.valueOf(reason);
    Seat removed = seats.find(seatId).orElseThrow();
    table.remove(seatId);
    record(caseId, seatId, "REMOVED", "seat.removed", why, actor);
    effects.forEach(effect -> effect.left(removed, actor, why));
  }

  /**
   * Takes a removed or vacant seat back. Its members stay those of its last nomination unless new
   * ones are named; a seat that was empty needs them, except while nominations ask for them.
   */
  @Transactional
  public void reinstate(
      String caseId,
      String seatId,
      @Nullable SeatMembers now,
      @Nullable String reason,
      String actor) {
    Locked seat = begin(caseId, seatId);
    if (!seat.removed() && seat.state() != SeatState.VACANT) {
      throw new SeatClosedException(seatId, "sitting");
    }
    boolean sat = seat.state() == SeatState.SEATED;
    boolean nominating = nominating(caseId);
    boolean naming = now != null && now.named() && !(nominating && !sat);
    List<FieldError> errors = reasonErrors(reason);
    if (naming || !sat && !nominating) {
      errors.addAll(members.errors(now == null ? SeatAdding.NOBODY : now));
    }
    refuse(errors);
    String why = String.valueOf(reason);
    table.reopen(seat, sat || !nominating ? SeatState.SEATED : SeatState.INVITED);
    if (naming && now != null) {
      members.seat(seatId, now, why, actor);
    }
    record(caseId, seatId, "REINSTATED", "seat.reinstated", why, actor);
    Seat back = seats.find(seatId).orElseThrow();
    effects.forEach(effect -> effect.joined(back, actor));
  }

  /**
   * Declares a seat vacant by the chair's decision: it stayed silent, and the ladder of reminders
   * has run out.
   */
  @Transactional
  public void declareVacant(String caseId, String seatId, @Nullable String reason, String actor) {
    Locked seat = open(caseId, seatId);
    if (seat.state() == SeatState.VACANT) {
      throw new SeatClosedException(seatId, "vacant");
    }
    List<FieldError> errors = reasonErrors(reason);
    Vacancy silent = vacancies.of(caseId).get(seatId);
    if (silent == null) {
      errors.add(new FieldError("", "error.seat-not-silent", List.of()));
    } else if (!silent.over()) {
      errors.add(new FieldError("", "error.seat-ladder-runs", List.of(silent.until())));
    }
    refuse(errors);
    String why = String.valueOf(reason);
    Seat left = seats.find(seatId).orElseThrow();
    table.vacate(seat);
    record(caseId, seatId, "VACATED", "seat.declared-vacant", why, actor);
    effects.forEach(effect -> effect.left(left, actor, why));
  }

  // Whatever is asked stays as it is until this transaction ends; then the seat is looked at.
  private void requireRunning(String caseId, String seatId) {
    askings.hold(caseId);
    if (!cases.running(caseId)) {
      throw new SeatClosedException(seatId, "not-running");
    }
  }

  private Locked begin(String caseId, String seatId) {
    requireRunning(caseId, seatId);
    return table.lock(caseId, seatId).orElseThrow(() -> new SeatClosedException(seatId, "unknown"));
  }

  private Locked open(String caseId, String seatId) {
    Locked seat = begin(caseId, seatId);
    if (seat.removed()) {
      throw new SeatClosedException(seatId, "removed");
    }
    return seat;
  }

  private boolean nominating(String caseId) {
    return askings.openOf(caseId).stream()
        .anyMatch(asking -> NominationSeats.KIND.equals(asking.kind()));
  }

  private static List<FieldError> reasonErrors(@Nullable String reason) {
    List<FieldError> errors = new ArrayList<>();
    TypedText.required(errors, REASON, reason, TypedText.LONGEST_REASON, "error.required");
    return errors;
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
  }

  private void record(
      String caseId, String seatId, String kind, String action, String reason, String actor) {
    table.log(caseId, seatId, kind, reason, actor);
    Seat seat = seats.find(seatId).orElseThrow();
    Map<String, Object> content = new HashMap<>();
    content.put("institution", seat.acronym());
    content.put("side", seat.side());
    content.put("voting", seat.voting());
    content.put("state", seat.state());
    content.put(REASON, reason);
    evidence.record(caseId, actor, action, seatId, content);
  }
}
