package org.socle.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.Recommendation;
import org.socle.decision.Levels.DecisionLevel;
import org.socle.evidence.Published;
import org.socle.evidence.Rules;
import org.springframework.stereotype.Component;

/**
 * Lays the route of each recommendation through the levels (DT7), or through the bodies of a
 * published case.
 */
@Component
class Route {

  private static final String TABLE = "determine-route";

  private final LevelTable levels;
  private final Rules rules;
  private final Published published;

  Route(LevelTable levels, Rules rules, Published published) {
    this.levels = levels;
    this.rules = rules;
    this.published = published;
  }

  void lay(String caseId, List<Recommendation> recommendations) {
    List<DecisionLevel> fixed = levels.ofCase(caseId);
    SortedMap<Integer, DecisionLevel> byOrder = new TreeMap<>();
    for (Recommendation recommendation : recommendations) {
      List<Stop> stops = stops(caseId, recommendation, !fixed.isEmpty());
      if (fixed.isEmpty()) {
        for (Stop stop : stops) {
          DecisionLevel level =
              byOrder.computeIfAbsent(
                  stop.order(), order -> levels.insert(caseId, stop.level(), order, null, false));
          levels.routeThrough(level.id(), recommendation.id());
        }
      } else {
        fixed.forEach(level -> levels.routeThrough(level.id(), recommendation.id()));
      }
    }
  }

  /**
   * What the rule says; a published case follows its bodies, and says so where that differs or
   * cannot be known.
   */
  private List<Stop> stops(String caseId, Recommendation recommendation, boolean fixed) {
    boolean replayed = published.replayed(caseId);
    if (replayed && recommendation.needsLaw() == null) {
      published.notPublished(
          caseId, TABLE, "need of a law and added cost of " + recommendation.code());
      return fixed ? List.of() : rule(caseId, recommendation);
    }
    List<Stop> stops = rule(caseId, recommendation);
    if (replayed && fixed) {
      List<String> said = stops.stream().map(stop -> stop.level().name()).toList();
      published.publishedOtherwise(
          caseId, TABLE, String.join(", ", said) + " for " + recommendation.code());
    }
    return stops;
  }

  private List<Stop> rule(String caseId, Recommendation recommendation) {
    Map<String, @Nullable Object> inputs = new HashMap<>();
    inputs.put("needsLaw", Boolean.TRUE.equals(recommendation.needsLaw()));
    inputs.put("addedCost", recommendation.addedCost());
    List<Map<String, Object>> rows = rules.decide(caseId, TABLE, inputs);
    if (rows.isEmpty()) {
      throw new IllegalStateException("No rule of " + TABLE + " fits " + recommendation.id());
    }
    return rows.stream().map(Stop::of).distinct().toList();
  }

  private record Stop(Level level, int order) {

    static Stop of(Map<String, Object> row) {
      Level level = Level.valueOf(String.valueOf(row.get("level")));
      return new Stop(level, level.ordinal() + 1);
    }
  }
}
