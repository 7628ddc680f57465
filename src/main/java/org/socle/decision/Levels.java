package org.socle.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.ConsensusState;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.country.WorkingCalendar;
import org.socle.evidence.Evidence;
import org.socle.nationalprocess.Cases;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ordered bodies that decide on a case's recommendations. */
@Service
public class Levels {

  private final LevelTable levels;
  private final Route route;
  private final DecisionTable decisions;
  private final Recommendations recommendations;
  private final Cases cases;
  private final WorkingCalendar calendar;
  private final Notifications notifications;
  private final Evidence evidence;

  Levels(
      LevelTable levels,
      Route route,
      DecisionTable decisions,
      Recommendations recommendations,
      Cases cases,
      WorkingCalendar calendar,
      Notifications notifications,
      Evidence evidence) {
    this.levels = levels;
    this.route = route;
    this.decisions = decisions;
    this.recommendations = recommendations;
    this.cases = cases;
    this.calendar = calendar;
    this.notifications = notifications;
    this.evidence = evidence;
  }

  /** Gives a case its published bodies in their order; they replace DT7. */
  @Transactional
  public void fix(String caseId, List<Body> bodies) {
    if (!levels.ofCase(caseId).isEmpty()) {
      throw new IllegalStateException("Case " + caseId + " has its deciding bodies already");
    }
    for (int index = 0; index < bodies.size(); index++) {
      levels.insert(caseId, bodies.get(index).level(), index + 1, bodies.get(index).name(), true);
    }
    List<String> names = bodies.stream().map(body -> body.level() + " " + body.name()).toList();
    evidence.record(caseId, Evidence.SYSTEM, "levels.fixed", null, Map.of("bodies", names));
  }

  /**
   * Determines which recommendation needs which level (DT7), or follows the case's fixed bodies.
   */
  @Transactional
  public void route(String caseId) {
    List<Recommendation> forDecision =
        recommendations.ofCase(caseId).stream()
            .filter(recommendation -> recommendation.consensusState() != ConsensusState.DROP)
            .toList();
    route.lay(caseId, forDecision);
    // The technical level is the working group's own and has just been concluded.
    levels.ofCase(caseId).stream()
        .filter(level -> level.level() == Level.TECHNICAL)
        .forEach(level -> levels.end(level.id(), State.DONE));
    List<String> order = levels.ofCase(caseId).stream().map(level -> level.level().name()).toList();
    evidence.record(caseId, Evidence.SYSTEM, "route.determined", null, Map.of("levels", order));
  }

  /** Opens the next level that has something to decide; empty when nothing is left. */
  @Transactional
  public Optional<DecisionLevel> openNext(String caseId) {
    for (DecisionLevel level : levels.ofCase(caseId)) {
      if (level.state() == State.PENDING) {
        if (!decisions.pending(level).isEmpty()) {
          levels.open(level.id());
          evidence.record(
              caseId,
              Evidence.SYSTEM,
              "level.opened",
              level.id(),
              Map.of("level", level.level().name()));
          return levels.find(level.id());
        }
        levels.end(level.id(), State.SKIPPED);
        evidence.record(
            caseId,
            Evidence.SYSTEM,
            "level.skipped",
            level.id(),
            Map.of("level", level.level().name()));
      }
    }
    return Optional.empty();
  }

  /** Reminds the deciding function that a year went by without a decision. */
  @Transactional
  public void askForDecision(String levelId) {
    DecisionLevel level = levels.get(levelId);
    String today = calendar.today(cases.get(level.caseId()).country()).toString();
    String kind = "decision-awaited-" + level.function();
    notifications.enqueue(new Mail(level.caseId(), kind, level.function(), levelId + ":" + today));
    evidence.record(
        level.caseId(), Evidence.SYSTEM, "decision.awaited", levelId, Map.of("date", today));
  }

  /** Levels of a case in order. */
  public List<DecisionLevel> ofCase(String caseId) {
    return levels.ofCase(caseId);
  }

  /** One level. */
  public Optional<DecisionLevel> find(String levelId) {
    return levels.find(levelId);
  }

  /** A published deciding body. */
  public record Body(Level level, String name) {}

  /**
   * One deciding body of a case.
   *
   * @param ord 1 for the first
   * @param body published name of the body, or null when only the level is known
   * @param function candidate group that records its decisions
   * @param fixed whether it was published and stands in place of DT7
   * @param attempt 1, counted up by each resubmission of returned items
   */
  public record DecisionLevel(
      String id,
      String caseId,
      Level level,
      int ord,
      @Nullable String body,
      String function,
      boolean fixed,
      State state,
      int attempt,
      @Nullable Instant openedAt,
      @Nullable Instant closedAt) {}

  /** Where a level stands. */
  public enum State {
    PENDING,
    OPEN,
    DONE,
    /** Nothing was left to decide when its turn came. */
    SKIPPED
  }
}
