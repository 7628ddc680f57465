package org.socle.nationalprocess;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.socle.tracking.Pauses;

/**
 * What interruptions need of the engine; {@code workflow} implements it, in the caller's
 * transaction.
 */
public interface CaseBrake {

  /** What the national process of a case is told. */
  enum Notice {
    SUSPENDED,
    RESUMED,
    WITHDRAWN,
    GOVERNMENT_CHANGED
  }

  /** Tells the national process of a case; returns whether it was waiting for that. */
  boolean tell(String caseId, Notice notice);

  /**
   * Whether the national process of a case can be interrupted: one that was started under an older
   * version of its model does not know interruptions, and goes on whatever it is told.
   */
  boolean hears(String caseId);

  /** The active process instances of a case but the national process itself. */
  List<String> active(String caseId);

  /** Suspends process instances with their tasks and timers. */
  void suspend(Collection<String> instanceIds);

  /** Activates every suspended process instance of a case. */
  void resume(String caseId);

  /**
   * Moves the due dates of tasks, and the timers of a case: one that ended the day of a moved date
   * ends the new day, any other moves by the pause.
   */
  void move(String caseId, String country, List<Pauses.Moved> moved, Duration pause);

  /** Runs work when the engine's current command is done, still in its transaction. */
  void afterwards(Runnable work);
}
