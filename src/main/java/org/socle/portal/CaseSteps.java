package org.socle.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.Phase;
import org.socle.portal.CaseReads.Stay;

/** The four steps of a case, from the stays in its phases. */
final class CaseSteps {

  /**
   * One step.
   *
   * @param state passed, current, stopped (the case ended in it), todo, or skipped (the case ended
   *     before it)
   * @param days whole days from entering to leaving, or to now
   */
  record Step(
      String phase, String state, @Nullable Instant from, @Nullable Instant to, long days) {}

  private CaseSteps() {}

  /** Every phase in its order, entered or not. */
  static List<Step> of(CaseRow row, List<Stay> stays, Instant now, ZoneId zone) {
    return Arrays.stream(Phase.values())
        .map(phase -> step(phase.name(), row, stays, now, zone))
        .toList();
  }

  private static Step step(String phase, CaseRow row, List<Stay> all, Instant now, ZoneId zone) {
    List<Stay> stays = all.stream().filter(stay -> stay.phase().equals(phase)).toList();
    if (stays.isEmpty()) {
      return new Step(phase, row.running() ? "todo" : "skipped", null, null, 0);
    }
    long days = stays.stream().mapToLong(stay -> days(stay, now, zone)).sum();
    Instant to = stays.get(stays.size() - 1).leftAt();
    return new Step(phase, state(row, all, phase, to), stays.get(0).enteredAt(), to, days);
  }

  private static String state(CaseRow row, List<Stay> all, String phase, @Nullable Instant to) {
    boolean last = all.get(all.size() - 1).phase().equals(phase);
    if (row.running()) {
      return to == null ? "current" : "passed";
    }
    return last && !"DECIDED".equals(row.outcome()) ? "stopped" : "passed";
  }

  private static long days(Stay stay, Instant now, ZoneId zone) {
    Instant end = stay.leftAt() == null ? now : stay.leftAt();
    return ChronoUnit.DAYS.between(
        stay.enteredAt().atZone(zone).toLocalDate(), end.atZone(zone).toLocalDate());
  }
}
