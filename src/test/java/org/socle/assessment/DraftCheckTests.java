package org.socle.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socle.assessment.Recommendations.Draft;
import org.socle.tracking.InvalidFormException;

/** What a recommendation must say before it enters the list. */
class DraftCheckTests {

  @Test
  void takesACompleteRecommendationOfUnknownCost() {
    assertThat(DraftCheck.check(new Draft("G3", "Title", "Text", 3, true, null, null)))
        .isEqualTo(Guarantee.G3);
  }

  @Test
  void namesEveryFieldThatIsMissing() {
    assertErrors(
        new Draft(null, " ", null, null, false, null, null),
        "guarantee error.required",
        "title error.required",
        "text error.required",
        "priority error.required");
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    BigDecimal tooMuch = new BigDecimal("100.1");
    assertErrors(
        new Draft("PACKAGE", "x".repeat(201), "x".repeat(4001), 4, false, tooMuch, "x".repeat(201)),
        "guarantee error.not-an-option",
        "title error.too-long",
        "text error.too-long",
        "proposedBy error.too-long",
        "priority error.range",
        "addedCost error.range");
    BigDecimal below = BigDecimal.ONE.negate();
    assertErrors(new Draft("G1", "T", "T", 1, false, below, null), "addedCost error.range");
  }

  private static void assertErrors(Draft draft, String... expected) {
    assertThatThrownBy(() -> DraftCheck.check(draft))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(error -> error.field() + " " + error.message())
                    .isEqualTo(List.of(expected)));
  }
}
