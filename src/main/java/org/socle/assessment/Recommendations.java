package org.socle.assessment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.tracking.InvalidFormException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The recommendations of a case, entered one by one until its dialogue begins. */
@Service
public class Recommendations {

  private static final RecommendationRow ROW = new RecommendationRow();

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Evidence evidence;
  private final Published published;

  Recommendations(JdbcClient jdbc, Clock clock, Evidence evidence, Published published) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.evidence = evidence;
    this.published = published;
  }

  /** Recommendations of a case in the order of their codes. */
  public List<Recommendation> ofCase(String caseId) {
    return jdbc.sql(RecommendationRow.SELECT + "where case_id = ? order by number").param(caseId).query(ROW).list();
  }

  /** One recommendation. */
  public Optional<Recommendation> find(String recommendationId) {
    return jdbc.sql(RecommendationRow.SELECT + "where id = ?").param(recommendationId).query(ROW).optional();
  }

  /**
   * Adds a recommendation under the next code.
   *
   * @throws InvalidFormException naming the field that is wrong, or no field once the dialogue has begun
   */
  @Transactional
  public Recommendation add(String caseId, Draft draft, String actor) {
    DraftCheck.check(draft);
    lockOpenList(caseId);
    return insert(caseId, Guarantee.valueOf(String.valueOf(draft.guarantee())), draft, draft.needsLaw(), actor);
  }

  /** Changes a recommendation; the same refusals as for {@link #add}. */
  @Transactional
  public Recommendation change(String recommendationId, Draft draft, String actor) {
    DraftCheck.check(draft);
    Recommendation old = get(recommendationId);
    lockOpenList(old.caseId());
    jdbc.sql(
            """
            update recommendation set guarantee = :guarantee, title = :title, text = :text, priority = :priority,
                   needs_law = :needsLaw, added_cost = :addedCost, proposed_by = :proposedBy, changed_at = :now
             where id = :id
            """)
        .params(values(draft, draft.needsLaw()))
        .param("guarantee", draft.guarantee())
        .param("now", now())
        .param("id", recommendationId)
        .update();
    Recommendation changed = get(recommendationId);
    note(changed, "recommendation.changed", actor);
    return changed;
  }

  /** Takes a recommendation off the list; refused once the dialogue has begun. */
  @Transactional
  public void remove(String recommendationId, String actor) {
    Recommendation old = get(recommendationId);
    lockOpenList(old.caseId());
    jdbc.sql("delete from recommendation where id = ?").param(recommendationId).update();
    note(old, "recommendation.removed", actor);
  }

  /** Whether the list of the case is fixed because its dialogue has begun. */
  public boolean fixed(String caseId) {
    return jdbc.sql("select count(*) from recommendation_list where case_id = ? and fixed_at is not null")
            .param(caseId)
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * Refuses when the list cannot be fixed.
   *
   * @throws InvalidFormException {@code error.recommendations-on-page} when the list is empty
   */
  public void requireSome(String caseId) {
    if (ofCase(caseId).isEmpty()) {
      throw InvalidFormException.of("", "error.recommendations-on-page");
    }
  }

  /**
   * Fixes the list for the dialogue; a case of published facts without recommendations gets one item, the package.
   *
   * @throws InvalidFormException {@code error.recommendations-on-page} when the list is empty
   */
  @Transactional
  public List<Recommendation> fix(String caseId, String actor) {
    lockOpenList(caseId);
    if (published.replayed(caseId) && ofCase(caseId).isEmpty()) {
      published.notPublished(caseId, "userTask_enterRecommendations", "the recommendations; one item, the package");
      Draft draft = new Draft(null, "Package of recommendations", "The package as a whole.", null, false, null, null);
      insert(caseId, Guarantee.PACKAGE, draft, null, actor);
    }
    requireSome(caseId);
    jdbc.sql("update recommendation_list set fixed_at = ?, fixed_by = ? where case_id = ?")
        .params(now(), actor, caseId)
        .update();
    List<Recommendation> list = ofCase(caseId);
    evidence.record(
        caseId, actor, "recommendations.fixed", null, Map.of("codes", list.stream().map(Recommendation::code).toList()));
    return list;
  }

  /** Gives a recommendation the text on which a mediation settled. */
  @Transactional
  public void revise(String recommendationId, String text, String actor) {
    jdbc.sql("update recommendation set text = ?, text_version = text_version + 1, changed_at = ? where id = ?")
        .params(text, now(), recommendationId)
        .update();
    note(get(recommendationId), "recommendation.revised", actor);
  }

  /** Records how the dialogue ended for a recommendation. */
  @Transactional
  public void settle(String recommendationId, ConsensusState state, String actor) {
    jdbc.sql("update recommendation set consensus_state = ?, changed_at = ? where id = ?")
        .params(state.name(), now(), recommendationId)
        .update();
    note(get(recommendationId), "recommendation.settled", actor);
  }

  /** Records what became of a recommendation politically. */
  @Transactional
  public void decide(String recommendationId, PoliticalOutcome outcome, String actor) {
    jdbc.sql("update recommendation set political_outcome = ?, changed_at = ? where id = ?")
        .params(outcome.name(), now(), recommendationId)
        .update();
    note(get(recommendationId), "recommendation.decided", actor);
  }

  /** The row lock makes codes unique and keeps a late entry out of a list that is being fixed. */
  private void lockOpenList(String caseId) {
    jdbc.sql("insert into recommendation_list (case_id) values (?) on conflict do nothing").param(caseId).update();
    boolean fixed =
        jdbc.sql("select fixed_at is not null from recommendation_list where case_id = ? for update")
            .param(caseId)
            .query(Boolean.class)
            .single();
    if (fixed) {
      throw InvalidFormException.of("", "error.dialogue-begun");
    }
  }

  private Recommendation insert(
      String caseId, Guarantee guarantee, Draft draft, @Nullable Boolean needsLaw, String actor) {
    int number =
        jdbc.sql("update recommendation_list set last_code = last_code + 1 where case_id = ? returning last_code")
            .param(caseId)
            .query(Integer.class)
            .single();
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into recommendation (id, case_id, number, guarantee, title, text, priority, needs_law, added_cost,
                   proposed_by, created_at, changed_at)
            values (:id, :caseId, :number, :guarantee, :title, :text, :priority, :needsLaw, :addedCost, :proposedBy,
                   :now, :now)
            """)
        .params(values(draft, needsLaw))
        .param("id", id)
        .param("caseId", caseId)
        .param("number", number)
        .param("guarantee", guarantee.name())
        .param("now", now())
        .update();
    Recommendation added = get(id);
    note(added, "recommendation.added", actor);
    return added;
  }

  private static Map<String, @Nullable Object> values(Draft draft, @Nullable Boolean needsLaw) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("title", draft.title());
    values.put("text", draft.text());
    values.put("priority", draft.priority());
    values.put("needsLaw", needsLaw);
    values.put("addedCost", draft.addedCost());
    values.put("proposedBy", draft.proposedBy());
    return values;
  }

  private Recommendation get(String recommendationId) {
    return find(recommendationId).orElseThrow();
  }

  private void note(Recommendation recommendation, String action, String actor) {
    evidence.record(recommendation.caseId(), actor, action, recommendation.id(), recommendation.facts());
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
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
