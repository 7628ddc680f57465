package org.socle.nationalprocess;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What pages and replays need to know of the engine behind a case. */
public interface CaseEngine {

  /** Holds the program's clock and the engine's at a moment. */
  void holdClock(Instant moment);

  /** Lets both clocks run with the system's time again. */
  void releaseClock();

  /**
   * Runs every due job of the case, and what they make due, in the calling thread; returns how many
   * ran.
   */
  int runDueJobs(String caseId);

  /** When the next timer of the case is due, if any. */
  Optional<Instant> nextTimer(String caseId);

  /** Element ids in which the case stands now, over all its process instances but contributions. */
  List<String> currentSteps(String caseId);

  /** Whether the case's process has ended. */
  boolean ended(String caseId);
}
