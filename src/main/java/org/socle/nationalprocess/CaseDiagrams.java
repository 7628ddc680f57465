package org.socle.nationalprocess;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models of a case in the versions with which it runs, and its course through them. */
public interface CaseDiagrams {

  /**
   * The course of a case through one of its processes; empty for a case without a process.
   *
   * @param process key of the process; null, or a key that the case has not run, for the process in
   *     which it stands
   */
  Optional<Course> course(String caseId, @Nullable String process);

  /** The drawn model of a process that the case has run, as XML. */
  Optional<String> diagram(String caseId, String process);

  /**
   * How far a case came in a process.
   *
   * @param processes keys of the processes that the case has run, the national process first, then
   *     those that it called in the order of their beginning
   * @param process key of the process of which the rest speaks
   * @param steps elements in which the case was or is, gateways left out, in the order of entering
   * @param ahead elements that follow the current one if nothing happens out of turn
   */
  record Course(List<String> processes, String process, List<Passage> steps, List<String> ahead) {}

  /**
   * A stay in an element.
   *
   * @param until null while the case stands there
   */
  record Passage(String element, Instant from, @Nullable Instant until) {}
}
