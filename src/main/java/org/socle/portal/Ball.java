package org.socle.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who has the ball: derived from open duties, and from the next timer where nobody owes anything.
 *
 * @param holders those who owe something, one entry for each step, the longest waiting first
 * @param nextTimer when the case goes on by itself, or null; known only where nobody has the ball
 */
record Ball(List<Holder> holders, @Nullable Instant nextTimer) {

  /**
   * Those who owe the same step.
   *
   * @param who their names, in the order in which they were asked
   * @param since when the first of them was asked
   * @param due earliest last day, or null
   * @param round number of the round in which it is owed, or null
   */
  record Holder(
      String element,
      String task,
      List<String> who,
      Instant since,
      @Nullable LocalDate due,
      boolean overdue,
      @Nullable Integer round) {

    /** Their names in words: two of them and how many others. */
    public String names(Say say) {
      return switch (who.size()) {
        case 1 -> who.get(0);
        case 2 -> say.text("casepage.ball.two", who.get(0), who.get(1));
        default -> say.text("casepage.ball.more", who.get(0), who.get(1), who.size() - 2);
      };
    }
  }

  private static final String POSITION = "userTask_answerPositions";

  /** Groups open duties by the step that they belong to. */
  static List<Holder> holders(List<DutyFacts.Card> open, @Nullable Integer round) {
    Map<String, List<DutyFacts.Card>> bySteps =
        open.stream()
            .collect(
                Collectors.groupingBy(
                    card -> card.duty().element(), LinkedHashMap::new, Collectors.toList()));
    return bySteps.values().stream()
        .map(cards -> holder(cards, round))
        .sorted(Comparator.comparing(Holder::since))
        .toList();
  }

  private static Holder holder(List<DutyFacts.Card> cards, @Nullable Integer round) {
    DutyFacts.Card first = cards.get(0);
    String element = first.duty().element();
    return new Holder(
        element,
        first.task(),
        cards.stream().map(Ball::name).distinct().toList(),
        cards.stream().map(card -> card.duty().askedAt()).min(Comparator.naturalOrder()).get(),
        cards.stream()
            .map(card -> card.duty().dueDate())
            .filter(Objects::nonNull)
            .map(due -> (LocalDate) due)
            .min(Comparator.naturalOrder())
            .orElse(null),
        cards.stream().anyMatch(DutyFacts.Card::overdue),
        POSITION.equals(element) ? round : null);
  }

  private static String name(DutyFacts.Card card) {
    String acronym = card.duty().acronym();
    return acronym == null ? card.owner() : acronym;
  }

  /** Those who owe a step. */
  public @Nullable Holder at(String element) {
    return holders.stream()
        .filter(holder -> holder.element().equals(element))
        .findFirst()
        .orElse(null);
  }
}
