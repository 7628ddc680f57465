package org.socle.decision;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.socle.decision.Conditions.Condition;
import org.socle.decision.Levels.DecisionLevel;
import org.socle.notification.GroupLetter;
import org.socle.notification.GroupLetters;
import org.socle.notification.Mail;
import org.socle.security.DutyLetters;
import org.springframework.stereotype.Component;

/** Mails about opinions, decisions and conditions. */
@Component
class DecisionLetters implements GroupLetters {

  private static final String OPINION = "opinion-asked-seat";
  private static final String CONDITION = "condition-assigned-owner";
  private static final String AWAITED = "decision-awaited-";

  private final DutyLetters letters;
  private final ConditionTable conditions;
  private final LevelTable levels;

  DecisionLetters(DutyLetters letters, ConditionTable conditions, LevelTable levels) {
    this.letters = letters;
    this.conditions = conditions;
    this.levels = levels;
  }

  @Override
  public Set<String> kinds() {
    Set<String> kinds = new HashSet<>(Set.of(OPINION, CONDITION));
    Arrays.stream(Level.values()).forEach(level -> kinds.add(AWAITED + level.function()));
    return Set.copyOf(kinds);
  }

  @Override
  public Optional<GroupLetter> write(Mail mail) {
    return switch (mail.kind()) {
      case OPINION -> letters.asked(mail, duty -> mail.event().equals(duty.askingId()));
      case CONDITION -> condition(mail);
      default -> awaited(mail);
    };
  }

  private Optional<GroupLetter> condition(Mail mail) {
    String text = conditions.find(mail.event()).map(Condition::text).orElse("");
    return letters
        .asked(mail, duty -> mail.event().equals(duty.subjectId()))
        .map(letter -> letter.with("condition", text));
  }

  private Optional<GroupLetter> awaited(Mail mail) {
    DecisionLevel level = levels.get(mail.event().replaceFirst(":.*", ""));
    return letters.asked(mail, "record-decision").map(letter -> letter.with("body", level.body()));
  }
}
