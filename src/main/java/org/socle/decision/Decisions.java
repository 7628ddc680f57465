package org.socle.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.PoliticalOutcome;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.country.WorkingCalendar;
import org.socle.decision.Levels.DecisionLevel;
import org.socle.decision.Levels.State;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.nationalprocess.Cases;
import org.socle.security.Function;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.InvalidFormException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a level decided on each recommendation (DT10). */
@Service
public class Decisions {

  private final DecisionTable decisions;
  private final LevelTable levels;
  private final ConditionTable conditions;
  private final Recommendations recommendations;
  private final Seats seats;
  private final Cases cases;
  private final WorkingCalendar calendar;
  private final Evidence evidence;
  private final Published published;

  Decisions(
      DecisionTable decisions,
      LevelTable levels,
      ConditionTable conditions,
      Recommendations recommendations,
      Seats seats,
      Cases cases,
      WorkingCalendar calendar,
      Evidence evidence,
      Published published) {
    this.decisions = decisions;
    this.levels = levels;
    this.conditions = conditions;
    this.recommendations = recommendations;
    this.seats = seats;
    this.cases = cases;
    this.calendar = calendar;
    this.evidence = evidence;
    this.published = published;
  }

  /** The items that an open level still decides, each with what was recorded in this attempt. */
  public List<Pending> pending(String levelId) {
    DecisionLevel level = levels.get(levelId);
    Set<String> ids = new HashSet<>(decisions.pending(level));
    Map<String, Decision> recorded = decisions.ofAttempt(level);
    return recommendations.ofCase(level.caseId()).stream()
        .filter(recommendation -> ids.contains(recommendation.id()))
        .map(recommendation -> new Pending(recommendation, recorded.get(recommendation.id())))
        .toList();
  }

  /**
   * Records the outcome for one recommendation; recording again before the level is finished
   * replaces it.
   *
   * @throws InvalidFormException naming the field: outcome, reason, decidedOn, source, {@code
   *     condition-<n>-text}, {@code condition-<n>-owner}, {@code condition-<n>-due} (n counts from
   *     0), or none when the level is not open
   */
  @Transactional
  public void record(String levelId, String recommendationId, Entry entry, String actor) {
    DecisionLevel level = levels.lock(levelId);
    if (level.state() != State.OPEN || conditions.assigned(level)) {
      throw InvalidFormException.of("", "error.level-not-open");
    }
    if (!decisions.pending(level).contains(recommendationId)) {
      throw InvalidFormException.of("", "error.item-not-pending");
    }
    PoliticalOutcome outcome = EntryCheck.check(entry, facts(level.caseId()));
    decisions.delete(level, recommendationId);
    DecisionTable.Outcome checked =
        new DecisionTable.Outcome(outcome, entry.reason(), entry.decidedOn(), entry.source());
    String id = decisions.insert(level, recommendationId, checked, actor);
    entry.conditions().forEach(condition -> conditions.insert(id, condition));
    evidence.record(
        level.caseId(),
        actor,
        "decision.recorded",
        id,
        Map.of(
            "level", level.level().name(),
            "recommendation", recommendationId,
            "attempt", level.attempt(),
            "outcome", outcome.name(),
            "conditions", entry.conditions().size()));
  }

  /** Whether every pending item of the level has an outcome. */
  public boolean complete(String levelId) {
    return pending(levelId).stream().noneMatch(item -> item.decision() == null);
  }

  /**
   * Finishes the level's attempt: returned items wait for their conditions, refused ones leave the
   * route; what was not published is noted and goes on.
   *
   * @return whether items were returned
   */
  @Transactional
  public boolean finish(String levelId, String actor) {
    DecisionLevel level = levels.lock(levelId);
    for (Pending item : pending(levelId)) {
      if (item.decision() == null) {
        passUnpublished(level, item.recommendation(), actor);
      }
    }
    boolean returned =
        decisions.ofAttempt(level).values().stream()
            .anyMatch(decision -> decision.outcome() == PoliticalOutcome.RETURNED);
    if (!returned) {
      levels.end(levelId, State.DONE);
    }
    evidence.record(
        level.caseId(),
        actor,
        returned ? "level.returned" : "level.decided",
        levelId,
        Map.of("level", level.level().name(), "attempt", level.attempt()));
    return returned;
  }

  /** Every outcome of a case in the order of levels and attempts. */
  public List<Decision> ofCase(String caseId) {
    return decisions.ofCase(caseId);
  }

  private void passUnpublished(DecisionLevel level, Recommendation recommendation, String actor) {
    if (!published.replayed(level.caseId())) {
      throw InvalidFormException.of("", "error.decide-on-page");
    }
    String body = level.body() == null ? level.level().name() : level.body();
    published.notPublished(
        level.caseId(),
        "userTask_recordDecision",
        "outcome of " + body + " on " + recommendation.code());
    DecisionTable.Outcome unknown =
        new DecisionTable.Outcome(PoliticalOutcome.NOT_PUBLISHED, null, null, null);
    decisions.insert(level, recommendation.id(), unknown, actor);
  }

  private EntryCheck.Facts facts(String caseId) {
    Set<String> owners = new HashSet<>();
    for (Function function : Function.values()) {
      if (function != Function.OPERATOR) {
        owners.add(function.group());
      }
    }
    seats.seated(caseId).stream().map(Seat::group).forEach(owners::add);
    return new EntryCheck.Facts(
        published.replayed(caseId), calendar.today(cases.get(caseId).country()), owners);
  }

  /** An item and what was recorded for it so far. */
  public record Pending(Recommendation recommendation, @Nullable Decision decision) {}

  /**
   * An outcome as it was typed.
   *
   * @param outcome name of a {@link PoliticalOutcome}
   * @param reason required unless APPROVED, at most 4,000 characters
   * @param decidedOn day on which the body decided, not in the future
   * @param source where it is published, at most 400 characters, or null
   * @param conditions at least one for RETURNED, none otherwise
   */
  public record Entry(
      @Nullable String outcome,
      @Nullable String reason,
      @Nullable LocalDate decidedOn,
      @Nullable String source,
      List<ConditionDraft> conditions) {}

  /**
   * A condition as it was typed; all three are required, but owner and date of a published case may
   * be unknown.
   *
   * @param owner a function or {@code seat-<id>}
   * @param dueDate last day, not in the past
   */
  public record ConditionDraft(
      @Nullable String text, @Nullable String owner, @Nullable LocalDate dueDate) {}

  /** What a level decided on a recommendation. */
  public record Decision(
      String id,
      String levelId,
      String recommendationId,
      int attempt,
      PoliticalOutcome outcome,
      @Nullable String reason,
      @Nullable LocalDate decidedOn,
      @Nullable String source,
      Instant recordedAt,
      String recordedBy) {}
}
