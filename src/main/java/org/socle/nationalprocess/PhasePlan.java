package org.socle.nationalprocess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays the phases of a case one after the other from the day on which it is registered. */
final class PhasePlan {

  /** A phase with its planned first and last day. */
  record Planned(Phase phase, LocalDate from, LocalDate until) {}

  private PhasePlan() {}

  /**
   * The plan; each phase begins on the day on which the one before it is planned to end.
   *
   * @param days planned calendar days of each phase
   * @throws IllegalArgumentException when a phase has no planned days
   */
  static List<Planned> of(LocalDate start, Map<Phase, Integer> days) {
    List<Planned> plan = new ArrayList<>();
    LocalDate from = start;
    for (Phase phase : Phase.values()) {
      Integer planned = days.get(phase);
      if (planned == null) {
        throw new IllegalArgumentException("No days are planned for " + phase);
      }
      plan.add(new Planned(phase, from, from.plusDays(planned)));
      from = from.plusDays(planned);
    }
    return plan;
  }
}
