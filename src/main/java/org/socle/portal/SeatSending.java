package org.socle.portal;

import java.util.Map;
import org.socle.stakeholder.SeatChanges;
import org.socle.tracking.Retries;
import org.springframework.stereotype.Component;

/** Hands what was typed about a seat to the working group; a lost race is tried again. */
@Component
class SeatSending {

  private final SeatChanges changes;
  private final Rehearsal rehearsal;
  private final Retries retries;

  SeatSending(SeatChanges changes, Rehearsal rehearsal, Retries retries) {
    this.changes = changes;
    this.rehearsal = rehearsal;
    this.retries = retries;
  }

  /** Lets the refusals of the change through and changes nothing. */
  void check(SeatAct act, String caseId, String seatId, Map<String, String> typed, String actor) {
    rehearsal.of(() -> change(act, caseId, seatId, typed, actor));
  }

  void send(SeatAct act, String caseId, String seatId, Map<String, String> typed, String actor) {
    retries.call(
        () -> {
          change(act, caseId, seatId, typed, actor);
          return seatId;
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
