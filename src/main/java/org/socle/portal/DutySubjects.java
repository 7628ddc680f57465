package org.socle.portal;

import java.util.List;
import org.socle.decision.Conditions;
import org.socle.dialogue.Items;
import org.socle.portal.DutyFacts.Fact;
import org.springframework.stereotype.Component;

/**
 * Says what exactly a duty is about where its form cannot: the question, the condition, the
 * recommendation.
 */
@Component
class DutySubjects {

  private final CaseReads reads;
  private final Conditions conditions;
  private final Items items;
  private final EnteredAnswers entered;

  DutySubjects(CaseReads reads, Conditions conditions, Items items, EnteredAnswers entered) {
    this.reads = reads;
    this.conditions = conditions;
    this.items = items;
    this.entered = entered;
  }

  /** What stands above the form besides case, owner and last day; mostly nothing. */
  List<Fact> of(DutyRow duty, Say say) {
    return switch (duty.element()) {
      case "userTask_answerClarification" -> questions(duty, say);
      case "userTask_fulfilCondition" -> condition(duty, say);
      case "userTask_confirmAnswer" -> entered.of(duty, say);
      case "userTask_mediateItem", "userTask_chooseClosure" -> item(duty, say);
      default -> List.of();
    };
  }

  private List<Fact> questions(DutyRow duty, Say say) {
    return reads.clarifications(duty.caseId()).stream()
        .filter(asked -> asked.answeredAt() == null)
        .map(asked -> new Fact(say.text("portal.fact.question"), asked.question()))
        .toList();
  }

  private List<Fact> condition(DutyRow duty, Say say) {
    return duty.subjectId() == null
        ? List.of()
        : conditions.find(duty.subjectId()).stream()
            .map(condition -> new Fact(say.text("portal.col.condition"), condition.text()))
            .toList();
  }

  private List<Fact> item(DutyRow duty, Say say) {
    return duty.subjectId() == null
        ? List.of()
        : items.find(duty.subjectId()).stream()
            .map(
                item ->
                    new Fact(
                        say.text("portal.col.recommendation"),
                        item.code() + ". " + item.title() + "\n" + item.text()))
            .toList();
  }
}
