package org.socle.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.socle.casefile.CaseFile.Event;

/**
 * The days on which a file's events place the steps of the process.
 *
 * @param requested first event of the file
 * @param agreed support is agreed
 * @param formed the group is formed: the day of nominations
 * @param installed first meeting after that
 * @param opened event with which the dialogue opens: the first workshop or consultation after the
 *     installation
 * @param closed last day of the last event before the first decision
 */
record Timeline(
    LocalDate requested,
    Event agreed,
    Event formed,
    LocalDate installed,
    Event opened,
    LocalDate closed) {

  private static final Set<EventKind> DIALOGUE = Set.of(EventKind.WORKSHOP, EventKind.CONSULTATION);

  static Timeline of(CaseFile file) {
    Event agreed = file.events(EventKind.SUPPORT_AGREED).get(0);
    Event formed = file.events(EventKind.GROUP_FORMED).get(0);
    List<Event> events = file.events();
    List<Event> before =
        events.subList(events.indexOf(formed), events.indexOf(file.decisions().get(0))).stream()
            .toList();
    Event installed =
        before.stream()
            .filter(event -> event.kind() == EventKind.MEETING)
            .findFirst()
            .orElse(formed);
    List<Event> dialogue = before.subList(before.indexOf(installed), before.size());
    Event opened =
        dialogue.stream()
            .filter(event -> DIALOGUE.contains(event.kind()))
            .findFirst()
            .orElse(installed);
    LocalDate closed =
        dialogue.stream().map(Event::lastDay).max(LocalDate::compareTo).orElse(installed.day());
    LocalDate decided = file.decisions().get(0).day();
    return new Timeline(
        events.get(0).day(),
        agreed,
        formed,
        installed.day(),
        Objects.requireNonNull(opened),
        closed.isAfter(decided) ? decided : closed);
  }
}
