package org.socle.tracking;

import java.util.Optional;
import java.util.Set;
import org.socle.notification.GroupLetter;
import org.socle.notification.GroupLetters;
import org.socle.notification.Mail;
import org.springframework.stereotype.Component;

/** Asks whoever owes an answer to confirm what staff entered for them. */
@Component
class EnteredAnswerLetters implements GroupLetters {

  private static final String CONFIRM = "confirm-answer";

  private final Duties duties;

  EnteredAnswerLetters(Duties duties) {
    this.duties = duties;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("answer-entered-owner");
  }

  @Override
  public Optional<GroupLetter> write(Mail mail) {
    return duties
        .find(mail.event())
        .flatMap(
            entered ->
                duties.askedOf(entered.caseId(), entered.group()).stream()
                    .filter(duty -> duty.owed() && CONFIRM.equals(duty.form()))
                    .findFirst())
        .map(duty -> GroupLetter.on("/my-tasks/" + duty.id()).by(duty.dueDate()));
  }
}
