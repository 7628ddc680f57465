package org.socle.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.portal.DecisionReads.Decided;
import org.socle.portal.DialogueReads.Recommended;
import org.springframework.stereotype.Component;

/** Gathers what a case recommends and what its levels decided on it. */
@Component
class CaseDecisions {

  /** Recommendations with what the levels decided on them. */
  record Decisions(
      List<Recommended> recommendations,
      DecisionReads.@Nullable Technical technical,
      List<DecisionReads.Opinion> opinions,
      List<DecisionReads.Body> levels,
      Map<String, List<Decided>> byLevel,
      List<DecisionReads.Condition> conditions) {

    /** Code of a recommendation. */
    public String code(String recommendationId) {
      return recommendations.stream()
          .filter(recommended -> recommended.id().equals(recommendationId))
          .map(Recommended::code)
          .findFirst()
          .orElse("–");
    }
  }

  private final DialogueReads dialogue;
  private final DecisionReads decisions;

  CaseDecisions(DialogueReads dialogue, DecisionReads decisions) {
    this.dialogue = dialogue;
    this.decisions = decisions;
  }

  /** What a case that has not come to its validation recommends. */
  Decisions recommended(String caseId) {
    return new Decisions(
        dialogue.recommendations(caseId), null, List.of(), List.of(), Map.of(), List.of());
  }

  /** What was decided; what a body has saved but not sent is nobody's business yet. */
  Decisions decided(String caseId, List<DutyRow> owed) {
    boolean deciding = deciding(owed);
    List<DecisionReads.Body> levels = decisions.levels(caseId);
    List<Decided> sent =
        decisions.outcomes(caseId).stream()
            .filter(
                outcome -> !deciding || levels.stream().noneMatch(level -> level.decides(outcome)))
            .toList();
    Set<String> known = sent.stream().map(Decided::id).collect(Collectors.toSet());
    return new Decisions(
        dialogue.recommendations(caseId),
        decisions.technical(caseId).orElse(null),
        decisions.opinions(caseId),
        levels,
        sent.stream().collect(Collectors.groupingBy(Decided::levelId)),
        decisions.conditions(caseId).stream()
            .filter(condition -> known.contains(condition.decisionId()))
            .toList());
  }

  private static boolean deciding(List<DutyRow> owed) {
    return owed.stream()
        .anyMatch(duty -> duty.open() && PageDuty.DECISION.element().equals(duty.element()));
  }
}
