package org.socle.portal;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.CaseDiagrams.Course;
import org.socle.nationalprocess.CaseDiagrams.Passage;

/**
 * The course of a case through a process as a list: what was done, where it stands, what is to
 * come. It says in words what the diagram beside it draws.
 *
 * @param processes keys of the processes between which the reader may switch
 * @param called process in which a step that calls another one goes on, or null
 */
record CaseCourse(
    List<String> processes, String process, @Nullable String called, List<Line> lines) {

  /** What can be said of a step. */
  enum State {
    DONE,
    NOW,
    NEXT
  }

  /**
   * A step of the list.
   *
   * @param at when it was done last, or since when the case stands there; null where it is to come
   * @param times how often it was done
   */
  record Line(String element, State state, @Nullable Instant at, int times) {

    /** Whether another process is called there. */
    public boolean calls() {
      return element.startsWith("callActivity_");
    }

    /** Whether answers of several are awaited there. */
    public boolean awaits() {
      return element.startsWith("receiveTask_");
    }
  }

  /** Where the case stands in the process. */
  public List<Line> now() {
    return lines.stream().filter(line -> line.state() == State.NOW).toList();
  }

  /** Lays the course out; a step that was done several times stands at its last time. */
  static CaseCourse of(Course course) {
    List<Passage> current =
        course.steps().stream().filter(passage -> passage.until() == null).toList();
    Stream<Line> now =
        current.stream().map(passage -> new Line(passage.element(), State.NOW, passage.from(), 0));
    Stream<Line> next =
        course.ahead().stream()
            .filter(element -> current.stream().noneMatch(here -> here.element().equals(element)))
            .map(element -> new Line(element, State.NEXT, null, 0));
    String last = course.processes().get(course.processes().size() - 1);
    return new CaseCourse(
        course.processes(),
        course.process(),
        last.equals(course.process()) ? null : last,
        Stream.of(done(course.steps()), now, next).flatMap(lines -> lines).toList());
  }

  private static Stream<Line> done(List<Passage> steps) {
    Map<String, List<Instant>> ends =
        steps.stream()
            .filter(passage -> passage.until() != null)
            .collect(
                Collectors.groupingBy(
                    Passage::element,
                    LinkedHashMap::new,
                    Collectors.mapping(CaseCourse::end, Collectors.toList())));
    return ends.entrySet().stream()
        .map(
            entry ->
                new Line(
                    entry.getKey(),
                    State.DONE,
                    entry.getValue().stream().max(Comparator.naturalOrder()).get(),
                    entry.getValue().size()))
        .sorted(Comparator.comparing(CaseCourse::doneAt));
  }

  private static Instant end(Passage passage) {
    return passage.until() == null ? passage.from() : passage.until();
  }

  private static Instant doneAt(Line line) {
    return line.at() == null ? Instant.MAX : line.at();
  }
}
