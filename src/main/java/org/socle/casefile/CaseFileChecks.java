package org.socle.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.socle.casefile.CaseFile.Body;
import org.socle.casefile.CaseFile.Event;

/**
 * What the parts of a case file must be to each other: names once, dates in order, no outcome
 * before its step.
 */
final class CaseFileChecks {

  private static final String RETURNED = "RETURNED";

  private final CaseFile file;
  private final List<Problem> problems;
  private final boolean incomplete;

  /**
   * @param problems what the reader found; more is added
   * @param incomplete whether the reader left something out, so that what is missing is not
   *     complained about twice
   */
  CaseFileChecks(CaseFile file, List<Problem> problems, boolean incomplete) {
    this.file = file;
    this.problems = problems;
    this.incomplete = incomplete;
  }

  /**
   * The file with its events placed on their days; {@link RefusedFileException} when anything is
   * wrong.
   */
  CaseFile checked(LocalDate today) {
    once(file.institutions(), i -> i.acronym(), i -> i.line(), "institution");
    once(file.bodies(), b -> b.name(), b -> b.line(), "body");
    once(file.bodies(), b -> "order " + b.order(), b -> b.line(), "body with");
    once(file.recommendations(), r -> r.title(), r -> r.line(), "recommendation");
    once(file.sources(), s -> s.id(), s -> 0, "source");
    once(
        file.events().stream().filter(e -> e.id() != null).toList(),
        e -> e.id(),
        Event::line,
        "event");
    once(file.figures(), f -> f.name(), f -> f.line(), "figure");
    file.events().forEach(event -> checkEvent(event, today));
    file.reported().stream()
        .filter(span -> span.to().last().isBefore(span.from().first()))
        .forEach(span -> problem(span.line(), span.name() + " ends before it begins"));
    checkFigures();
    checkSteps();
    checkDecisions();
    List<Event> placed = placed();
    if (!problems.isEmpty()) {
      throw new RefusedFileException(problems);
    }
    return new CaseFile(
        file.hash(),
        file.country(),
        file.title(),
        file.languages(),
        file.lead(),
        file.sources(),
        file.institutions(),
        file.attendsWithoutSeat(),
        file.bodies(),
        file.recommendations(),
        file.notes(),
        placed,
        file.figures(),
        file.reported());
  }

  private <T> void once(
      List<T> parts, Function<T, String> name, ToIntFunction<T> line, String what) {
    Set<String> seen = new HashSet<>();
    for (T part : parts) {
      if (!name.apply(part).isEmpty() && !seen.add(name.apply(part))) {
        problem(line.applyAsInt(part), what + " " + name.apply(part) + " is declared twice");
      }
    }
  }

  private void checkEvent(Event event, LocalDate today) {
    if (event.date().first().isAfter(today)) {
      problem(
          event.line(),
          event.date().text() + " lies in the future; a published fact lies in the past");
    }
    if (event.until() != null && event.until().last().isBefore(event.date().first())) {
      problem(
          event.line(), "until " + event.until().text() + " lies before " + event.date().text());
    }
    if (event.kind().decides()) {
      checkDecision(event);
    } else if (event.outcome() != null || event.level() != null) {
      problem(event.line(), "only political_decision and adopted have a level and an outcome");
    }
    if (!event.conditions().isEmpty() && !RETURNED.equals(event.outcome())) {
      problem(event.line(), "conditions belong to the outcome RETURNED");
    }
  }

  private void checkDecision(Event event) {
    List<Body> bodies =
        file.bodies().stream().filter(body -> event.who().contains(body.name())).toList();
    if (event.outcome() == null && !incomplete) {
      problem(event.line(), event.kind().word() + " needs an outcome");
    }
    if (bodies.size() != 1) {
      problem(event.line(), event.kind().word() + " names exactly one body under who");
    } else if (event.level() != null && !event.level().equals(bodies.get(0).level())) {
      problem(event.line(), bodies.get(0).name() + " stands at level " + bodies.get(0).level());
    }
  }

  private void checkFigures() {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < file.events().size(); i++) {
      positions.put(Objects.requireNonNullElse(file.events().get(i).id(), ""), i);
    }
    file.figures()
        .forEach(
            figure -> {
              Integer from = positions.get(figure.from());
              Integer to = positions.get(figure.to());
              if ((from == null || to == null) && !incomplete) {
                problem(
                    figure.line(),
                    figure.name() + " measures from and to the id of an event of this file");
              } else if (from != null && to != null && from >= to) {
                problem(figure.line(), figure.name() + " ends before it begins");
              }
            });
  }

  private void checkSteps() {
    int agreed = firstOf(EventKind.SUPPORT_AGREED);
    int formed = firstOf(EventKind.GROUP_FORMED);
    List<Event> decisions = file.events().stream().filter(event -> event.kind().decides()).toList();
    if (!incomplete) {
      missing(agreed, "an event of kind support_agreed");
      missing(formed, "an event of kind group_formed");
      missing(decisions.isEmpty() ? -1 : 0, "an event of kind political_decision or adopted");
    }
    if (agreed >= 0 && formed >= 0 && formed < agreed) {
      problem(file.events().get(formed).line(), "group_formed stands before support_agreed");
    }
    int decided = decisions.isEmpty() ? -1 : file.events().indexOf(decisions.get(0));
    if (decided >= 0 && formed > decided) {
      problem(
          decisions.get(0).line(), "an outcome before its step: the group is formed only later");
    }
  }

  private void checkDecisions() {
    Set<String> decided = new HashSet<>();
    Set<String> settled = new HashSet<>();
    for (Event event : file.decisions()) {
      file.body(event).ifPresent(body -> checkOrder(event, body, decided, settled));
    }
    if (!incomplete) {
      file.bodies().stream()
          .filter(body -> !decided.contains(body.name()))
          .forEach(body -> problem(body.line(), "no event says what " + body.name() + " decided"));
    }
  }

  private void checkOrder(Event event, Body body, Set<String> decided, Set<String> settled) {
    file.bodies().stream()
        .filter(earlier -> earlier.order() < body.order() && !decided.contains(earlier.name()))
        .forEach(
            earlier ->
                problem(
                    event.line(),
                    "an outcome before its step: "
                        + earlier.name()
                        + " decides before "
                        + body.name()));
    file.bodies().stream()
        .filter(later -> later.order() > body.order() && decided.contains(later.name()))
        .forEach(
            later ->
                problem(
                    event.line(),
                    body.name() + " decides before " + later.name() + ", not after it"));
    if (settled.contains(body.name())) {
      problem(event.line(), body.name() + " has already decided");
    }
    decided.add(body.name());
    if (!RETURNED.equals(event.outcome())) {
      settled.add(body.name());
    }
  }

  private List<Event> placed() {
    List<Event> placed = new ArrayList<>();
    LocalDate before = LocalDate.MIN;
    for (Event event : file.events()) {
      LocalDate day = event.date().first().isBefore(before) ? before : event.date().first();
      if (day.isAfter(event.date().last())) {
        problem(
            event.line(),
            event.date().text()
                + " stands after a later event; events stand in the order of dates");
        continue;
      }
      placed.add(event.on(day));
      before = day;
    }
    return placed;
  }

  private int firstOf(EventKind kind) {
    return file.events(kind).isEmpty() ? -1 : file.events().indexOf(file.events(kind).get(0));
  }

  private void missing(int found, String what) {
    if (found < 0) {
      problem(0, "missing " + what);
    }
  }

  private void problem(int line, String reason) {
    problems.add(new Problem(line, reason));
  }
}
