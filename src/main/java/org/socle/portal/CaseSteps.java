package org.socle.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.Phase;
import org.socle.nationalprocess.PhaseTiming;
import org.socle.portal.CaseReads.Stay;

/** The four steps of a case, from the stays in its phases and from their plan. */
final class CaseSteps {

  /**
   * One step.
   *
   * @param state passed, current, stopped (the case ended in it), todo, or skipped (the case ended
   *     before it)
   * @param timing its days, and how they stand against the plan
   */
  record Step(
      String phase,
      String state,
      @Nullable Instant from,
      @Nullable Instant to,
      PhaseTiming timing) {

    /** Whole days from entering to leaving, or to now. */
    public long days() {
      return timing.length();
    }

    /**
     * Whether something can be said against a plan; a step that is not reached has none to keep.
     */
    public boolean compared() {
      return timing.plannedUntil() != null && !"skipped".equals(state);
    }
  }

  private CaseSteps() {}

  /** Every phase in its order, entered or not; the days of the pauses do not count. */
  static List<Step> of(
      CaseRow row, List<Stay> stays, List<PhaseTiming.Stay> pauses, LocalDate today, ZoneId zone) {
    return Arrays.stream(Phase.values())
        .map(phase -> step(phase.name(), row, stays, pauses, today, zone))
        .toList();
  }

  private static Step step(
      String phase,
      CaseRow row,
      List<Stay> all,
      List<PhaseTiming.Stay> pauses,
      LocalDate today,
      ZoneId zone) {
    List<Stay> known = all.stream().filter(stay -> stay.phase().equals(phase)).toList();
    List<Stay> stays = known.stream().filter(stay -> stay.enteredAt() != null).toList();
    PhaseTiming timing =
        new PhaseTiming(
            known.isEmpty() ? null : known.get(0).plannedFrom(),
            known.isEmpty() ? null : known.get(0).plannedUntil(),
            stays.stream().map(stay -> days(stay, zone)).toList(),
            pauses,
            today);
    if (stays.isEmpty()) {
      return new Step(phase, row.running() ? "todo" : "skipped", null, null, timing);
    }
    Instant to = stays.get(stays.size() - 1).leftAt();
    return new Step(phase, state(row, all, phase, to), stays.get(0).enteredAt(), to, timing);
  }

  private static String state(CaseRow row, List<Stay> all, String phase, @Nullable Instant to) {
    List<Stay> entered = all.stream().filter(stay -> stay.enteredAt() != null).toList();
    boolean last = entered.get(entered.size() - 1).phase().equals(phase);
    if (row.running()) {
      return to == null ? "current" : "passed";
    }
    return last && !"DECIDED".equals(row.outcome()) ? "stopped" : "passed";
  }

  private static PhaseTiming.Stay days(Stay stay, ZoneId zone) {
    LocalDate from = LocalDate.ofInstant(Objects.requireNonNull(stay.enteredAt()), zone);
    return new PhaseTiming.Stay(
        from, stay.leftAt() == null ? null : LocalDate.ofInstant(stay.leftAt(), zone));
  }
}
