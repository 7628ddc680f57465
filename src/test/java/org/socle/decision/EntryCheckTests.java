package org.socle.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.socle.assessment.PoliticalOutcome;
import org.socle.decision.Decisions.ConditionDraft;
import org.socle.decision.Decisions.Entry;
import org.socle.tracking.InvalidFormException;

/** What a deciding function may record for a recommendation. */
class EntryCheckTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final EntryCheck.Facts RUNNING =
      new EntryCheck.Facts(false, TODAY, Set.of("secretariat", "seat-1"));
  private static final EntryCheck.Facts REPLAYED =
      new EntryCheck.Facts(true, TODAY, Set.of("secretariat"));

  @Test
  void takesAPlainApproval() {
    assertThat(EntryCheck.check(entry("APPROVED", null), RUNNING))
        .isEqualTo(PoliticalOutcome.APPROVED);
  }

  @Test
  void asksForAReasonUnlessApproved() {
    for (String outcome : List.of("APPROVED_MODIFIED", "DEFERRED", "REJECTED", "NOT_CONSIDERED")) {
      assertErrors(entry(outcome, " "), RUNNING, "reason error.reason-needed");
    }
  }

  @Test
  void asksForConditionsOfAReturn() {
    assertErrors(
        entry("RETURNED", "Not ready"), RUNNING, "condition-0-text error.condition-needed");
    assertErrors(
        entry("RETURNED", "Not ready", new ConditionDraft(" ", null, null)),
        RUNNING,
        "condition-0-text error.required",
        "condition-0-owner error.required",
        "condition-0-due error.required");
    assertErrors(
        entry("RETURNED", "Not ready", new ConditionDraft("Compare", "seat-2", TODAY.minusDays(1))),
        RUNNING,
        "condition-0-owner error.unknown-owner",
        "condition-0-due error.date-past");
  }

  @Test
  void refusesConditionsOfAnApproval() {
    assertErrors(
        entry("APPROVED", null, new ConditionDraft("Compare", "seat-1", TODAY)),
        RUNNING,
        "outcome error.condition-only-returned");
  }

  @Test
  void refusesWhatIsNoOutcomeAndTheFuture() {
    assertErrors(entry(null, null), RUNNING, "outcome error.required");
    assertErrors(entry("NOT_PUBLISHED", "x"), RUNNING, "outcome error.not-an-option");
    Entry tomorrow = new Entry("APPROVED", null, TODAY.plusDays(1), null, List.of());
    assertErrors(tomorrow, RUNNING, "decidedOn error.date-future");
  }

  @Test
  void leavesOutInAPublishedCaseWhatIsNotKnown() {
    assertThat(
            EntryCheck.check(
                entry("RETURNED", null, new ConditionDraft("Compare", null, null)), REPLAYED))
        .isEqualTo(PoliticalOutcome.RETURNED);
    assertThat(EntryCheck.check(entry("NOT_PUBLISHED", null), REPLAYED))
        .isEqualTo(PoliticalOutcome.NOT_PUBLISHED);
    assertErrors(
        entry("RETURNED", null, new ConditionDraft(null, null, null)),
        REPLAYED,
        "condition-0-text error.required");
  }

  private static Entry entry(String outcome, String reason, ConditionDraft... conditions) {
    return new Entry(outcome, reason, null, null, List.of(conditions));
  }

  private static void assertErrors(Entry entry, EntryCheck.Facts facts, String... expected) {
    assertThatThrownBy(() -> EntryCheck.check(entry, facts))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(error -> error.field() + " " + error.message())
                    .containsExactly(expected));
  }
}
