package org.socle.portal;

import java.util.List;
import java.util.Map;
import org.socle.tracking.Actor;
import org.socle.tracking.AlreadySentException;
import org.socle.tracking.DutyClosedException;
import org.springframework.stereotype.Component;

/** Checks and sends answers in the way that suits their user task. */
@Component
class AnswerSteps {

  private final List<Answering> ways;
  private final Rehearsal rehearsal;
  private final SendOnce once;

  AnswerSteps(List<Answering> ways, Rehearsal rehearsal, SendOnce once) {
    this.ways = ways;
    this.once = once;
    this.rehearsal = rehearsal;
  }

  /** The way of answering a duty. */
  Answering of(DutyRow duty) {
    return ways.stream().filter(way -> way.serves(duty.element())).findFirst().orElseThrow();
  }

  /** Asks the rules without storing anything. */
  void check(DutyRow duty, Map<String, String> typed, Actor actor) {
    rehearsal.of(() -> of(duty).send(duty, typed, actor));
  }

  /** Stores the answers and completes the duty; returns the address of the page that says so. */
  String send(DutyRow duty, Map<String, String> typed, Actor actor) {
    try {
      return once.send(
          actor,
          "duty-" + duty.id(),
          typed,
          () -> {
            of(duty).send(duty, typed, actor);
            return "/my-tasks/" + duty.id() + "/sent";
          });
    } catch (AlreadySentException otherAnswer) {
      throw new DutyClosedException(duty.id(), "answered");
    }
  }

  /** What was typed, so that nothing is lost when it can no longer be sent. */
  List<String> inWords(DutyRow duty, Map<String, String> typed, Say say) {
    return typed.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(
            entry ->
                entry.getKey().startsWith("value-")
                    ? say.word("position", entry.getValue())
                    : entry.getValue())
        .toList();
  }
}
