package org.socle.nationalprocess;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a phase stands against its plan on a day, in whole calendar days. Whatever time is not to
 * count, such as that of a suspension, is taken out here and nowhere else.
 *
 * @param plannedFrom planned first day, or null without a plan
 * @param plannedUntil planned last day, or null without a plan
 * @param stays stays in the phase, oldest first; none before its beginning
 * @param today the day on which one looks
 */
public record PhaseTiming(
    @Nullable LocalDate plannedFrom,
    @Nullable LocalDate plannedUntil,
    List<Stay> stays,
    LocalDate today) {

  /**
   * A stay in the phase.
   *
   * @param until day on which it was left, or null while it goes on
   */
  public record Stay(LocalDate from, @Nullable LocalDate until) {}

  /** What can be said about a phase. */
  public enum Standing {
    /** There is nothing to compare with. */
    NO_PLAN,
    /** It has not begun, and its planned first day is not over. */
    NOT_BEGUN,
    /** It should have begun {@link #days} days ago. */
    BEGINS_LATE,
    /** It goes on and has {@link #days} days left. */
    WITHIN,
    /** It goes on {@link #days} days after its planned last day. */
    OVER,
    /** It took as many days as planned. */
    AS_PLANNED,
    /** It took {@link #days} days fewer than planned. */
    SHORTER,
    /** It took {@link #days} days more than planned. */
    LONGER
  }

  /** What can be said about the phase. */
  public Standing standing() {
    if (plannedFrom == null || plannedUntil == null) {
      return Standing.NO_PLAN;
    }
    if (stays.isEmpty()) {
      return today.isAfter(plannedFrom) ? Standing.BEGINS_LATE : Standing.NOT_BEGUN;
    }
    if (stays.get(stays.size() - 1).until() == null) {
      return today.isAfter(plannedUntil) ? Standing.OVER : Standing.WITHIN;
    }
    int more = Long.compare(taken(), planned());
    return more == 0 ? Standing.AS_PLANNED : more < 0 ? Standing.SHORTER : Standing.LONGER;
  }

  /** The days of which {@link #standing} speaks; 0 where it speaks of none. */
  public long days() {
    return switch (standing()) {
      case NO_PLAN, NOT_BEGUN, AS_PLANNED -> 0;
      case BEGINS_LATE -> between(plannedFrom, today);
      case WITHIN -> between(today, plannedUntil);
      case OVER -> between(plannedUntil, today);
      case SHORTER -> planned() - taken();
      case LONGER -> taken() - planned();
    };
  }

  /** Planned days; 0 without a plan. */
  public long planned() {
    return between(plannedFrom, plannedUntil);
  }

  /** Days taken up to its end or to today; 0 before its beginning. */
  public long taken() {
    return stays.stream()
        .mapToLong(stay -> between(stay.from(), stay.until() == null ? today : stay.until()))
        .sum();
  }

  private static long between(@Nullable LocalDate first, @Nullable LocalDate last) {
    return first == null || last == null ? 0 : ChronoUnit.DAYS.between(first, last);
  }
}
