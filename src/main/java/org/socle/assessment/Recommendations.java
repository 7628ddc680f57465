package org.socle.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recommendations of a case, entered one by one until its dialogue begins. */
public interface Recommendations {

  /** Recommendations of a case in the order of their codes. */
  List<Recommendation> ofCase(String caseId);

  /** One recommendation. */
  Optional<Recommendation> find(String recommendationId);

  /**
   * Adds a recommendation under the next code.
   *
   * @throws org.socle.tracking.InvalidFormException naming the field that is wrong, or no field once the dialogue has begun
   */
  Recommendation add(String caseId, Draft draft, String actor);

  /** Changes a recommendation; the same refusals as for {@link #add}. */
  Recommendation change(String recommendationId, Draft draft, String actor);

  /** Takes a recommendation off the list; refused once the dialogue has begun. */
  void remove(String recommendationId, String actor);

  /** Whether the list of the case is fixed because its dialogue has begun. */
  boolean fixed(String caseId);

  /**
   * Fixes the list for the dialogue; a case of published facts without recommendations gets one item, the package.
   *
   * @throws org.socle.tracking.InvalidFormException {@code error.recommendations-on-page} when the list is empty
   */
  List<Recommendation> fix(String caseId, String actor);

  /** Gives a recommendation the text on which a mediation settled. */
  void revise(String recommendationId, String text, String actor);

  /** Records how the dialogue ended for a recommendation. */
  void settle(String recommendationId, ConsensusState state, String actor);

  /** Records what became of a recommendation politically. */
  void decide(String recommendationId, PoliticalOutcome outcome, String actor);

  /**
   * A recommendation as it was typed; null stands for what was left empty.
   *
   * @param guarantee G1 to G4
   * @param title 1 to 200 characters
   * @param text 1 to 4,000 characters
   * @param priority 1 (first) to 3
   * @param addedCost percent of GDP, 0 to 100, null when unknown
   * @param proposedBy at most 200 characters
   */
  record Draft(
      @Nullable String guarantee,
      @Nullable String title,
      @Nullable String text,
      @Nullable Integer priority,
      boolean needsLaw,
      @Nullable BigDecimal addedCost,
      @Nullable String proposedBy) {}
}
