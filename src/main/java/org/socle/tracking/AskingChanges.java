package org.socle.tracking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socle.country.WorkingCalendar;
import org.socle.tracking.Askings.Asking;
import org.socle.tracking.Askings.Recipient;
import org.springframework.stereotype.Component;

/** Changes who is asked while an asking waits, and looks afterwards whether it is still awaited. */
@Component
class AskingChanges {

  private final RecipientTable recipients;
  private final Contributions contributions;
  private final Joins joins;
  private final WorkingCalendar calendar;

  AskingChanges(
      RecipientTable recipients,
      Contributions contributions,
      Joins joins,
      WorkingCalendar calendar) {
    this.recipients = recipients;
    this.contributions = contributions;
    this.joins = joins;
    this.calendar = calendar;
  }

  void hold(String caseId) {
    recipients.hold(caseId);
  }

  Optional<LocalDate> include(String askingId, String group, Map<String, String> variables) {
    return recipients
        .countOneMore(askingId)
        .map(
            asking -> {
              LocalDate due = due(askingId, asking);
              contributions.start(askingId, with(asking, new Recipient(group, due, variables)));
              return due;
            });
  }

  private LocalDate due(String askingId, Asking asking) {
    LocalDate today = calendar.today(asking.country());
    LocalDate due = recipients.due(askingId);
    if (!due.isBefore(today)) {
      return due;
    }
    return asking.dueDate().isBefore(today) ? today : asking.dueDate();
  }

  private static Asking with(Asking asking, Recipient recipient) {
    return new Asking(
        asking.caseId(),
        asking.country(),
        asking.kind(),
        asking.processKey(),
        asking.startMessage(),
        asking.joinMessage(),
        asking.waitingInstanceId(),
        asking.dueDate(),
        List.of(recipient));
  }

  boolean takeOut(String askingId, String group, String actor, String reason) {
    List<RecipientTable.Owed> owed = recipients.owed(askingId, group);
    owed.forEach(one -> recipients.takeOut(one, actor, reason));
    recipients.countLess(askingId, RecipientTable.contributions(owed));
    contributions.end(
        owed.stream()
            .filter(one -> "open".equals(one.state()))
            .map(RecipientTable.Owed::processInstanceId)
            .toList());
    joins.afterCommit(askingId);
    return !owed.isEmpty();
  }

  boolean handOver(String askingId, Askings.HandOver what, String actor, String reason) {
    Optional<RecipientTable.Owing> owing = recipients.open(askingId, what.from(), what.subjectId());
    owing.ifPresent(
        one -> {
          recipients.takeOut(one.owed(), actor, reason);
          recipients.countLess(askingId, 1);
          contributions.end(List.of(one.processInstanceId()));
          recipients
              .countOneMore(askingId)
              .ifPresent(
                  asking -> contributions.start(askingId, with(asking, to(what, one, asking))));
        });
    return owing.isPresent();
  }

  private Recipient to(Askings.HandOver what, RecipientTable.Owing one, Asking asking) {
    LocalDate today = calendar.today(asking.country());
    LocalDate due = one.dueDate() == null || one.dueDate().isBefore(today) ? today : one.dueDate();
    return new Recipient(what.to(), due, what.variables());
  }

  boolean readmit(String askingId, String group, String actor) {
    boolean again = recipients.readmit(askingId, group, actor);
    joins.afterCommit(askingId);
    return again;
  }

  List<Askings.Asked> history(String caseId) {
    return recipients.history(caseId);
  }
}
