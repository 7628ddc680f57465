package org.socle.decision;

import java.util.List;
import java.util.Map;
import org.socle.evidence.Evidence;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.SeatEffects;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.HandOver;
import org.socle.tracking.Askings.OpenAsking;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hands the conditions that a leaving seat has not fulfilled to the secretariat: the item waits for
 * them, and nobody may act for the seat any more.
 */
@Component
@Order(4)
class ConditionSeats implements SeatEffects {

  private static final String KIND = "condition";
  private static final String SECRETARIAT = "secretariat";

  private final ConditionTable conditions;
  private final Askings askings;
  private final Notifications notifications;
  private final Evidence evidence;

  ConditionSeats(
      ConditionTable conditions, Askings askings, Notifications notifications, Evidence evidence) {
    this.conditions = conditions;
    this.askings = askings;
    this.notifications = notifications;
    this.evidence = evidence;
  }

  /** What was handed over stays with the secretariat. */
  @Override
  public void joined(Seat seat, String actor) {}

  // The condition comes before its duty, as in an answer.
  @Override
  public void left(Seat seat, String actor, String reason) {
    String caseId = seat.caseId();
    List<String> handed = conditions.handOver(caseId, seat.group(), SECRETARIAT, reason);
    if (handed.isEmpty()) {
      return;
    }
    List<String> open =
        askings.openOf(caseId).stream()
            .filter(one -> KIND.equals(one.kind()))
            .map(OpenAsking::id)
            .toList();
    for (String one : handed) {
      evidence.record(
          caseId,
          actor,
          "condition.handed-over",
          one,
          Map.of("from", seat.group(), "to", SECRETARIAT, "reason", reason));
      HandOver what = new HandOver(one, seat.group(), SECRETARIAT, Map.of("conditionId", one));
      for (String askingId : open) {
        if (askings.handOver(askingId, what, actor, reason)) {
          notifications.enqueue(new Mail(caseId, "condition-assigned-owner", SECRETARIAT, one));
        }
      }
    }
  }
}
