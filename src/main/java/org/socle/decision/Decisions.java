package org.socle.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.PoliticalOutcome;
import org.socle.assessment.Recommendation;

/** What a level decided on each recommendation (DT10). */
public interface Decisions {

  /** The items that an open level still decides, each with what was recorded in this attempt. */
  List<Pending> pending(String levelId);

  /**
   * Records the outcome for one recommendation; recording again before the level is finished replaces it.
   *
   * @throws org.socle.tracking.InvalidFormException naming the field: outcome, reason, decidedOn, {@code condition-<n>-text},
   *     {@code condition-<n>-owner}, {@code condition-<n>-due} (n counts from 0), or none when the level is not open
   */
  void record(String levelId, String recommendationId, Entry entry, String actor);

  /** Whether every pending item of the level has an outcome. */
  boolean complete(String levelId);

  /**
   * Finishes the level's attempt: returned items wait for their conditions, refused ones leave the route; what was not
   * published is noted and goes on.
   *
   * @return whether items were returned
   */
  boolean finish(String levelId, String actor);

  /** Brings returned items back to the same level. */
  void resubmit(String levelId);

  /** Records the political outcome of each recommendation and the case's. */
  void conclude(String caseId);

  /** Every outcome of a case in the order of levels and attempts. */
  List<Decision> ofCase(String caseId);

  /** An item and what was recorded for it so far. */
  record Pending(Recommendation recommendation, @Nullable Decision decision) {}

  /**
   * An outcome as it was typed.
   *
   * @param outcome name of a {@link PoliticalOutcome}
   * @param reason required unless APPROVED
   * @param decidedOn day on which the body decided, not in the future
   * @param source where it is published, or null
   * @param conditions at least one for RETURNED, none otherwise
   */
  record Entry(
      @Nullable String outcome,
      @Nullable String reason,
      @Nullable LocalDate decidedOn,
      @Nullable String source,
      List<ConditionDraft> conditions) {}

  /**
   * A condition as it was typed; all three are required unless the case is carried from published facts.
   *
   * @param owner a function or {@code seat-<id>}
   * @param dueDate last day
   */
  record ConditionDraft(@Nullable String text, @Nullable String owner, @Nullable LocalDate dueDate) {}

  /** What a level decided on a recommendation. */
  record Decision(
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
