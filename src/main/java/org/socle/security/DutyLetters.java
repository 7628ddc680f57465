package org.socle.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.socle.notification.GroupLetter;
import org.socle.notification.Mail;
import org.socle.tracking.Duties;
import org.socle.tracking.Duties.Duty;
import org.springframework.stereotype.Component;

/**
 * Begins the letters of the phases: with the last day and the page of what is asked, or with the
 * page of the case.
 */
@Component
public class DutyLetters {

  private final Duties duties;

  DutyLetters(Duties duties) {
    this.duties = duties;
  }

  /**
   * A letter about what the group is asked; empty when it was answered or taken back meanwhile.
   *
   * @throws IllegalStateException when nothing of the kind was asked yet; the relay tries again
   */
  public Optional<GroupLetter> asked(Mail mail, Predicate<Duty> which) {
    List<Duty> all = duties.askedOf(caseOf(mail), mail.recipient()).stream().filter(which).toList();
    if (all.isEmpty()) {
      throw new IllegalStateException("Nothing is asked of " + mail.recipient() + " yet");
    }
    return all.stream()
        .filter(Duty::owed)
        .findFirst()
        .map(duty -> GroupLetter.on(page(duty)).by(duty.dueDate()));
  }

  /** The same for what a form is asked with. */
  public Optional<GroupLetter> asked(Mail mail, String form) {
    return asked(mail, duty -> form.equals(duty.form()));
  }

  /** A letter that tells something and asks nothing. */
  public GroupLetter told(Mail mail) {
    return GroupLetter.on("/cases/" + caseOf(mail));
  }

  // Staff answer in the Tasklist, to which the page of the case leads.
  private static String page(Duty duty) {
    boolean staff =
        Function.ofGroup(duty.group())
            .filter(function -> function.role() == Role.COORDINATOR)
            .isPresent();
    return staff ? "/cases/" + duty.caseId() : "/my-tasks/" + duty.id();
  }

  private static String caseOf(Mail mail) {
    return Objects.requireNonNull(mail.caseId(), "a mail of this kind is about a case");
  }
}
