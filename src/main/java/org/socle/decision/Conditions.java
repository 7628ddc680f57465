package org.socle.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions under which a level returned items, each with an owner and a date of its own. */
public interface Conditions {

  /** Asks the owner of every open condition of the level; returns the asking's id. */
  String assign(String levelId, String country, String waitingInstanceId);

  /** Records that a condition is fulfilled. */
  void fulfil(String conditionId, @Nullable String evidence, String actor);

  /** Conditions of a case in the order in which they were set. */
  List<Condition> ofCase(String caseId);

  /** One condition. */
  Optional<Condition> find(String conditionId);

  /**
   * One condition.
   *
   * @param owner group that must fulfil it, null when not published
   * @param dueDate last day, null when not published
   */
  record Condition(
      String id,
      String caseId,
      String decisionId,
      String text,
      @Nullable String owner,
      @Nullable LocalDate dueDate,
      @Nullable Instant fulfilledAt,
      @Nullable String evidence) {}
}
