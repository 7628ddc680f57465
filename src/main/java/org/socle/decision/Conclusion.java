package org.socle.decision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.socle.assessment.PoliticalOutcome;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.decision.Decisions.Decision;
import org.socle.evidence.Evidence;
import org.socle.nationalprocess.Cases;
import org.socle.nationalprocess.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums up what the levels decided: the political outcome of each recommendation and the outcome of
 * the case.
 */
@Service
public class Conclusion {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final DecisionTable decisions;
  private final Recommendations recommendations;
  private final Cases cases;
  private final Evidence evidence;

  Conclusion(
      JdbcClient jdbc,
      Clock clock,
      DecisionTable decisions,
      Recommendations recommendations,
      Cases cases,
      Evidence evidence) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.decisions = decisions;
    this.recommendations = recommendations;
    this.cases = cases;
    this.evidence = evidence;
  }

  /** Records the political outcome of each recommendation and the case's. */
  @Transactional
  public void conclude(String caseId) {
    Map<String, List<Decision>> byRecommendation =
        decisions.ofCase(caseId).stream()
            .collect(Collectors.groupingBy(Decision::recommendationId));
    Map<PoliticalOutcome, Integer> counts = new EnumMap<>(PoliticalOutcome.class);
    for (Recommendation recommendation : recommendations.ofCase(caseId)) {
      PoliticalOutcome outcome =
          outcome(byRecommendation.getOrDefault(recommendation.id(), List.of()));
      recommendations.decide(recommendation.id(), outcome, Evidence.SYSTEM);
      counts.merge(outcome, 1, Integer::sum);
    }
    store(caseId, refused(counts) ? Outcome.REFUSED : Outcome.DECIDED, reason(counts));
  }

  /** Records the outcome of a case that ends before any level decides. */
  @Transactional
  public void refuse(String caseId, String reason) {
    store(caseId, Outcome.REFUSED, reason);
  }

  /**
   * Outcome of one recommendation from its decisions in the order of levels: whatever stopped it,
   * or what the last level said that is known; a change made on the way stays a change.
   */
  static PoliticalOutcome outcome(List<Decision> inOrder) {
    PoliticalOutcome result =
        inOrder.isEmpty() ? PoliticalOutcome.NOT_CONSIDERED : PoliticalOutcome.NOT_PUBLISHED;
    for (Decision decision : inOrder) {
      boolean keepsChange =
          decision.outcome() == PoliticalOutcome.APPROVED
              && result == PoliticalOutcome.APPROVED_MODIFIED;
      if (decision.outcome() != PoliticalOutcome.NOT_PUBLISHED && !keepsChange) {
        result = decision.outcome();
      }
    }
    return result;
  }

  private static boolean refused(Map<PoliticalOutcome, Integer> counts) {
    boolean approved =
        counts.containsKey(PoliticalOutcome.APPROVED)
            || counts.containsKey(PoliticalOutcome.APPROVED_MODIFIED);
    boolean open =
        counts.containsKey(PoliticalOutcome.DEFERRED)
            || counts.containsKey(PoliticalOutcome.NOT_PUBLISHED);
    return !approved && !open;
  }

  private static String reason(Map<PoliticalOutcome, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " × " + entry.getKey().name())
        .collect(Collectors.joining(", ", "Recommendations: ", ""));
  }

  private void store(String caseId, Outcome outcome, String reason) {
    jdbc.sql(
            "insert into case_decision (case_id, outcome, reason, concluded_at) values (?, ?, ?, ?)")
        .params(caseId, outcome.name(), reason, OffsetDateTime.now(clock))
        .update();
    cases.conclude(caseId, outcome, reason);
    evidence.record(
        caseId,
        Evidence.SYSTEM,
        "result.concluded",
        null,
        Map.of("outcome", outcome.name(), "reason", reason));
  }
}
