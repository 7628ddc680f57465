package org.socle.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socle.assessment.PoliticalOutcome.APPROVED;
import static org.socle.assessment.PoliticalOutcome.APPROVED_MODIFIED;
import static org.socle.assessment.PoliticalOutcome.NOT_CONSIDERED;
import static org.socle.assessment.PoliticalOutcome.NOT_PUBLISHED;
import static org.socle.assessment.PoliticalOutcome.REJECTED;
import static org.socle.assessment.PoliticalOutcome.RETURNED;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.socle.assessment.PoliticalOutcome;
import org.socle.decision.Decisions.Decision;

/** What the levels' decisions make of one recommendation. */
class ConclusionTests {

  @Test
  void takesWhatTheLastLevelSaid() {
    assertThat(outcome(APPROVED, APPROVED)).isEqualTo(APPROVED);
    assertThat(outcome(APPROVED, REJECTED)).isEqualTo(REJECTED);
    assertThat(outcome(RETURNED, APPROVED)).isEqualTo(APPROVED);
  }

  @Test
  void keepsAChangeMadeOnTheWay() {
    assertThat(outcome(APPROVED_MODIFIED, APPROVED)).isEqualTo(APPROVED_MODIFIED);
  }

  @Test
  void passesOverWhatWasNotPublished() {
    assertThat(outcome(RETURNED, NOT_PUBLISHED, APPROVED)).isEqualTo(APPROVED);
    assertThat(outcome(APPROVED, NOT_PUBLISHED)).isEqualTo(APPROVED);
    assertThat(outcome(NOT_PUBLISHED)).isEqualTo(NOT_PUBLISHED);
  }

  @Test
  void callsNotConsideredWhatNoLevelSaw() {
    assertThat(outcome()).isEqualTo(NOT_CONSIDERED);
  }

  private static PoliticalOutcome outcome(PoliticalOutcome... inOrder) {
    return Conclusion.outcome(
        Stream.of(inOrder)
            .map(
                value ->
                    new Decision("d", "l", "r", 1, value, null, null, null, Instant.EPOCH, "acc"))
            .toList());
  }
}
