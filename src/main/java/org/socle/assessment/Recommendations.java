package org.socle.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.tracking.InvalidFormException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The recommendations of a case, entered one by one until its dialogue begins. */
@Service
public class Recommendations {

  private final RecommendationTable table;
  private final Evidence evidence;
  private final Published published;

  Recommendations(RecommendationTable table, Evidence evidence, Published published) {
    this.table = table;
    this.evidence = evidence;
    this.published = published;
  }

  /** Recommendations of a case in the order of their codes. */
  public List<Recommendation> ofCase(String caseId) {
    return table.ofCase(caseId);
  }

  /** One recommendation. */
  public Optional<Recommendation> find(String recommendationId) {
    return table.find(recommendationId);
  }

  /**
   * Adds a recommendation under the next code.
   *
   * @throws InvalidFormException naming the field that is wrong, or no field once the dialogue has
   *     begun
   */
  @Transactional
  public Recommendation add(String caseId, Draft draft, String actor) {
    Guarantee guarantee = DraftCheck.check(draft);
    lockOpenList(caseId);
    Recommendation added = table.insert(caseId, guarantee, draft, draft.needsLaw());
    return noted(added, "recommendation.added", actor);
  }

  /** Changes a recommendation; the same refusals as for {@link #add}. */
  @Transactional
  public Recommendation change(String recommendationId, Draft draft, String actor) {
    Guarantee guarantee = DraftCheck.check(draft);
    lockOpenList(table.get(recommendationId).caseId());
    Recommendation changed = table.update(recommendationId, guarantee, draft);
    return noted(changed, "recommendation.changed", actor);
  }

  /** Takes a recommendation off the list; refused once the dialogue has begun. */
  @Transactional
  public void remove(String recommendationId, String actor) {
    Recommendation old = table.get(recommendationId);
    lockOpenList(old.caseId());
    table.delete(recommendationId);
    noted(old, "recommendation.removed", actor);
  }

  /** Whether the list of the case is fixed because its dialogue has begun. */
  public boolean fixed(String caseId) {
    return table.fixed(caseId);
  }

  /**
   * Refuses when the list cannot be fixed.
   *
   * @throws InvalidFormException {@code error.recommendations-on-page} when the list is empty
   */
  public void requireSome(String caseId) {
    if (table.ofCase(caseId).isEmpty()) {
      throw InvalidFormException.of("", "error.recommendations-on-page");
    }
  }

  /**
   * Fixes the list for the dialogue; a case of published facts without recommendations gets one
   * item, the package.
   *
   * @throws InvalidFormException {@code error.recommendations-on-page} when the list is empty
   */
  @Transactional
  public List<Recommendation> fix(String caseId, String actor) {
    lockOpenList(caseId);
    if (published.replayed(caseId) && table.ofCase(caseId).isEmpty()) {
      addPackage(caseId, actor);
    }
    requireSome(caseId);
    table.fix(caseId, actor);
    List<Recommendation> list = table.ofCase(caseId);
    List<String> codes = list.stream().map(Recommendation::code).toList();
    evidence.record(caseId, actor, "recommendations.fixed", null, Map.of("codes", codes));
    return list;
  }

  /** Gives a recommendation the text on which a mediation settled. */
  @Transactional
  public void revise(String recommendationId, String text, String actor) {
    noted(table.revise(recommendationId, text), "recommendation.revised", actor);
  }

  /** Records how the dialogue ended for a recommendation. */
  @Transactional
  public void settle(String recommendationId, ConsensusState state, String actor) {
    noted(table.settle(recommendationId, state), "recommendation.settled", actor);
  }

  /** Records what became of a recommendation politically. */
  @Transactional
  public void decide(String recommendationId, PoliticalOutcome outcome, String actor) {
    noted(table.decide(recommendationId, outcome), "recommendation.decided", actor);
  }

  private void addPackage(String caseId, String actor) {
    published.notPublished(
        caseId, "userTask_enterRecommendations", "the recommendations; one item, the package");
    String title = "Package of recommendations";
    Draft draft = new Draft(null, title, "The package as a whole.", null, false, null, null);
    Recommendation added = table.insert(caseId, Guarantee.PACKAGE, draft, null);
    noted(added, "recommendation.added", actor);
  }

  private void lockOpenList(String caseId) {
    if (table.lockList(caseId)) {
      throw InvalidFormException.of("", "error.dialogue-begun");
    }
  }

  private Recommendation noted(Recommendation recommendation, String action, String actor) {
    evidence.record(
        recommendation.caseId(), actor, action, recommendation.id(), recommendation.facts());
    return recommendation;
  }

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
  public record Draft(
      @Nullable String guarantee,
      @Nullable String title,
      @Nullable String text,
      @Nullable Integer priority,
      boolean needsLaw,
      @Nullable BigDecimal addedCost,
      @Nullable String proposedBy) {}
}
