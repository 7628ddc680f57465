package org.socle.portal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.Phase;
import org.socle.nationalprocess.PhaseTiming;

/**
 * Where a case stands: against its plan, in its process, and with whom.
 *
 * @param published whether the case is carried from published facts, which name no plan
 * @param bars line of time on which the phases are drawn, or null without any day
 * @param course course through one process, or null where no process was ever started
 */
record CaseStanding(
    List<CaseSteps.Step> steps,
    boolean published,
    @Nullable PhaseBars bars,
    Ball ball,
    @Nullable CaseCourse course) {

  /** Whether the case has a plan. */
  public boolean planned() {
    return steps.stream().anyMatch(step -> step.timing().plannedUntil() != null);
  }

  /** Days on which the case was suspended and which count against no plan. */
  public long paused() {
    return steps.get(0).timing().paused();
  }

  /** The phase in which the case is, or null. */
  public CaseSteps.@Nullable Step current() {
    return steps.stream().filter(step -> "current".equals(step.state())).findFirst().orElse(null);
  }

  /** Planned last day of the whole case, or null without a plan. */
  public @Nullable LocalDate plannedEnd() {
    return steps.get(steps.size() - 1).timing().plannedUntil();
  }

  /** Whether the case has come as far as a phase; one without any phase may have. */
  boolean reached(Phase phase) {
    return steps.stream().allMatch(step -> step.from() == null)
        || steps.stream()
            .skip(phase.ordinal())
            .map(CaseSteps.Step::timing)
            .map(PhaseTiming::stays)
            .anyMatch(stays -> !stays.isEmpty());
  }
}
