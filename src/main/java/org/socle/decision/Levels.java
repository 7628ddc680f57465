package org.socle.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ordered bodies that decide on a case's recommendations. */
public interface Levels {

  /** Gives a case its published bodies in their order; they replace DT7. */
  void fix(String caseId, List<Body> bodies);

  /** Determines which recommendation needs which level (DT7), or follows the case's fixed bodies. */
  void route(String caseId);

  /** Opens the next level that has something to decide; empty when nothing is left. */
  Optional<DecisionLevel> openNext(String caseId);

  /** Reminds the deciding function that a year went by without a decision. */
  void askForDecision(String levelId);

  /** Levels of a case in order. */
  List<DecisionLevel> ofCase(String caseId);

  /** One level. */
  Optional<DecisionLevel> find(String levelId);

  /** A published deciding body. */
  record Body(Level level, String name) {}

  /**
   * One deciding body of a case.
   *
   * @param ord 1 for the first
   * @param body published name of the body, or null when only the level is known
   * @param function candidate group that records its decisions
   * @param attempt 1, counted up by each resubmission of returned items
   */
  record DecisionLevel(
      String id,
      String caseId,
      Level level,
      int ord,
      @Nullable String body,
      String function,
      State state,
      int attempt,
      @Nullable Instant openedAt,
      @Nullable Instant closedAt) {}

  /** Where a level stands. */
  enum State {
    PENDING,
    OPEN,
    DONE,
    /** Nothing was left to decide when its turn came. */
    SKIPPED
  }
}
