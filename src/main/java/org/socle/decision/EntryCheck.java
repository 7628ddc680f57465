package org.socle.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.PoliticalOutcome;
import org.socle.decision.Decisions.ConditionDraft;
import org.socle.decision.Decisions.Entry;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.TypedText;

/** Checks an outcome as it was typed and names every field that is wrong. */
final class EntryCheck {

  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_SOURCE = 400;

  private final List<FieldError> errors = new ArrayList<>();
  private final Facts facts;

  private EntryCheck(Facts facts) {
    this.facts = facts;
  }

  /**
   * What an entry is checked against.
   *
   * @param replayed whether facts may be missing because they were not published
   * @param today date in the country
   * @param owners groups that may own a condition
   */
  record Facts(boolean replayed, LocalDate today, Set<String> owners) {}

  static PoliticalOutcome check(Entry entry, Facts facts) {
    EntryCheck check = new EntryCheck(facts);
    PoliticalOutcome outcome = check.outcome(entry.outcome());
    check.reason(outcome, entry.reason());
    if (entry.decidedOn() != null && entry.decidedOn().isAfter(facts.today())) {
      check.refuse("decidedOn", "error.date-future");
    }
    TypedText.wrong("source", entry.source(), LONGEST_SOURCE).ifPresent(check.errors::add);
    check.conditions(outcome, entry.conditions());
    if (!check.errors.isEmpty() || outcome == null) {
      throw new InvalidFormException(check.errors);
    }
    return outcome;
  }

  private @Nullable PoliticalOutcome outcome(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      refuse("outcome", "error.required");
      return null;
    }
    return Stream.of(PoliticalOutcome.values())
        .filter(value -> value.name().equals(typed))
        .filter(value -> facts.replayed() || value != PoliticalOutcome.NOT_PUBLISHED)
        .findFirst()
        .orElseGet(
            () -> {
              refuse("outcome", "error.not-an-option");
              return null;
            });
  }

  private void reason(@Nullable PoliticalOutcome outcome, @Nullable String reason) {
    boolean given = reason != null && !reason.isBlank();
    if (!given && !facts.replayed() && outcome != null && outcome != PoliticalOutcome.APPROVED) {
      refuse("reason", "error.reason-needed");
    }
    TypedText.wrong("reason", reason, LONGEST_TEXT).ifPresent(errors::add);
  }

  private void conditions(@Nullable PoliticalOutcome outcome, List<ConditionDraft> conditions) {
    if (outcome == PoliticalOutcome.RETURNED) {
      if (conditions.isEmpty() && !facts.replayed()) {
        refuse("condition-0-text", "error.condition-needed");
      }
      for (int index = 0; index < conditions.size(); index++) {
        condition("condition-" + index, conditions.get(index));
      }
    } else if (!conditions.isEmpty()) {
      refuse("outcome", "error.condition-only-returned");
    }
  }

  private void condition(String field, ConditionDraft condition) {
    String text = condition.text();
    if (text == null || text.isBlank()) {
      refuse(field + "-text", "error.required");
    } else {
      TypedText.wrong(field + "-text", text, LONGEST_TEXT).ifPresent(errors::add);
    }
    String owner = condition.owner();
    if (owner == null || owner.isBlank()) {
      refuseUnlessReplayed(field + "-owner");
    } else if (!facts.owners().contains(owner)) {
      refuse(field + "-owner", "error.unknown-owner");
    }
    LocalDate due = condition.dueDate();
    if (due == null) {
      refuseUnlessReplayed(field + "-due");
    } else if (due.isBefore(facts.today()) && !facts.replayed()) {
      refuse(field + "-due", "error.date-past");
    }
  }

  private void refuseUnlessReplayed(String field) {
    if (!facts.replayed()) {
      refuse(field, "error.required");
    }
  }

  private void refuse(String field, String message, Object... arguments) {
    errors.add(new FieldError(field, message, List.of(arguments)));
  }
}
