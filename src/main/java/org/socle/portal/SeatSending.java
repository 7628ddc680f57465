package org.socle.portal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.stakeholder.SeatChanges;
import org.socle.tracking.Actor;
import org.springframework.stereotype.Component;

/** Hands what was typed about a seat to the working group, once however often it is sent. */
@Component
class SeatSending {

  private final SeatChanges changes;
  private final Rehearsal rehearsal;
  private final SendOnce once;

  SeatSending(SeatChanges changes, Rehearsal rehearsal, SendOnce once) {
    this.changes = changes;
    this.rehearsal = rehearsal;
    this.once = once;
  }

  /** Lets the refusals of the change through and changes nothing. */
  void check(SeatAct act, String caseId, String seatId, Map<String, String> typed, String actor) {
    rehearsal.of(() -> change(act, caseId, seatId, typed, actor));
  }

  /**
   * Makes the change, or does nothing when this form has made it before; returns the address that
   * follows.
   *
   * @param drawn id of the drawn form
   */
  String send(
      SeatAct act,
      String caseId,
      String seatId,
      Map<String, String> typed,
      Actor actor,
      @Nullable String drawn) {
    return once.sendForm(
        actor,
        drawn,
        act.address(caseId, seatId),
        typed,
        () -> {
          change(act, caseId, seatId, typed, actor.accountId());
          return "/cases/" + caseId + "/seats?saved";
        });
  }

  private void change(
      SeatAct act, String caseId, String seatId, Map<String, String> typed, String actor) {
    String reason = SeatForms.text(typed, "reason");
    switch (act) {
      case ADD -> changes.add(caseId, SeatForms.seat(typed), reason, actor);
      case REPLACE -> changes.replace(caseId, seatId, SeatForms.membersOf(typed), reason, actor);
      case REMOVE -> changes.remove(caseId, seatId, reason, actor);
      case REINSTATE ->
          changes.reinstate(caseId, seatId, SeatForms.membersOf(typed), reason, actor);
      case VACATE -> changes.declareVacant(caseId, seatId, reason, actor);
    }
  }
}
