package org.socle.stakeholder;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.socle.notification.GroupLetter;
import org.socle.notification.GroupLetters;
import org.socle.notification.Mail;
import org.socle.security.DutyLetters;
import org.springframework.stereotype.Component;

/** Mails about seats: they are asked for members, and told that the group is installed. */
@Component
class SeatLetters implements GroupLetters {

  private static final String NOMINATION = "nomination-asked-seat";
  private static final String INSTALLED = "working-group-installed-seat";

  private final DutyLetters letters;
  private final WorkingGroups groups;

  SeatLetters(DutyLetters letters, WorkingGroups groups) {
    this.letters = letters;
    this.groups = groups;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(NOMINATION, INSTALLED);
  }

  @Override
  public Optional<GroupLetter> write(Mail mail) {
    return NOMINATION.equals(mail.kind())
        ? letters.asked(
            mail,
            duty -> mail.event().equals(duty.askingId()) && "answer-nomination".equals(duty.form()))
        : groups
            .find(Objects.requireNonNull(mail.caseId()))
            .map(WorkingGroup::act)
            .map(
                act ->
                    letters
                        .told(mail)
                        .with("act", act.number())
                        .with("act-date", act.date())
                        .with("act-issuer", act.issuer()));
  }
}
