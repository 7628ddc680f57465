package org.socle.portal;

import java.util.Arrays;
import java.util.Optional;
import org.socle.tracking.Actor;

/** What a person may do to the course of a case. */
enum InterruptionAct {
  SUSPEND("suspend"),
  RESUME("resume"),
  WITHDRAW("withdraw");

  private final String path;

  InterruptionAct(String path) {
    this.path = path;
  }

  /** Last part of the page's address, also of its texts' keys. */
  String path() {
    return path;
  }

  /** Whether somebody may do it in a case of their country. */
  boolean allowed(Actor actor) {
    return actor.groups().contains(SignedIn.COORDINATOR)
        || this == WITHDRAW && actor.groups().contains(SignedIn.FOCAL_POINT);
  }

  /** Whether a case is where it can be done. */
  boolean possible(CaseRow row, boolean byDecision) {
    return switch (this) {
      case SUSPEND -> row.running() && !byDecision;
      case RESUME -> row.suspended() && byDecision;
      case WITHDRAW -> row.running();
    };
  }

  static Optional<InterruptionAct> of(String path) {
    return Arrays.stream(values()).filter(act -> act.path.equals(path)).findFirst();
  }
}
