package org.socle.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.decision.Decisions;
import org.socle.decision.Decisions.ConditionDraft;
import org.socle.decision.Decisions.Entry;
import org.socle.decision.Levels.DecisionLevel;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what a level decided, alone or together with the end of its step, in one transaction. */
@Service
class DecisionEntries {

  private final Decisions decisions;
  private final StepDesk desk;

  DecisionEntries(Decisions decisions, StepDesk desk) {
    this.decisions = decisions;
    this.desk = desk;
  }

  /** Stores every recommendation that has an outcome; the step stays open. */
  @Transactional
  public void save(StepDesk.Step step, DecisionLevel level, Map<String, String> typed) {
    record(step, level, typed, false);
  }

  /** Stores all recommendations and completes the step; a refusal undoes everything. */
  @Transactional
  public void send(StepDesk.Step step, DecisionLevel level, Map<String, String> typed) {
    record(step, level, typed, true);
    desk.complete(step);
  }

  private void record(
      StepDesk.Step step, DecisionLevel level, Map<String, String> typed, boolean all) {
    List<FieldError> errors = new ArrayList<>();
    for (Decisions.Pending pending : decisions.pending(level.id())) {
      String id = pending.recommendation().id();
      if (!all && text(typed, "outcome-" + id) == null) {
        continue;
      }
      try {
        decisions.record(level.id(), id, entry(typed, id), step.actor().accountId());
      } catch (InvalidFormException refused) {
        refused
            .errors()
            .forEach(
                error ->
                    errors.add(
                        error.field().isEmpty()
                            ? error
                            : new FieldError(
                                error.field() + "-" + id, error.message(), error.arguments())));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
  }

  private static Entry entry(Map<String, String> typed, String id) {
    List<ConditionDraft> conditions = new ArrayList<>();
    for (int row = 0; row < DecisionPage.conditionRows(typed); row++) {
      String prefix = "condition-" + row + "-";
      ConditionDraft draft =
          new ConditionDraft(
              text(typed, prefix + "text-" + id),
              text(typed, prefix + "owner-" + id),
              date(typed, prefix + "due", id));
      if (draft.text() != null || draft.owner() != null || draft.dueDate() != null) {
        conditions.add(draft);
      }
    }
    return new Entry(
        text(typed, "outcome-" + id),
        text(typed, "reason-" + id),
        date(typed, "decidedOn", id),
        text(typed, "source-" + id),
        conditions);
  }

  private static @Nullable LocalDate date(Map<String, String> typed, String field, String id) {
    String value = text(typed, field + "-" + id);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException notADate) {
      throw InvalidFormException.of(field, "error.not-a-date");
    }
  }

  private static @Nullable String text(Map<String, String> typed, String key) {
    String value = typed.getOrDefault(key, "");
    return value.isEmpty() ? null : value;
  }
}
