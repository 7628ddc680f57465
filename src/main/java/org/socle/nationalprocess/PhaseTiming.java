package org.socle.nationalprocess;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a phase stands against its plan on a day, in whole calendar days. Days on which the case was
 * suspended do not count; they are taken out here and nowhere else.
 *
 * @param plannedFrom planned first day, or null without a plan
 * @param plannedUntil planned last day, or null without a plan
 * @param stays stays in the phase, oldest first; none before its beginning
 * @param pauses suspensions of the case, oldest first, none overlapping another
 * @param today the day on which one looks
 */
public record PhaseTiming(
    @Nullable LocalDate plannedFrom,
    @Nullable LocalDate plannedUntil,
    List<Stay> stays,
    List<Stay> pauses,
    LocalDate today) {

  /** A phase of a case that was never suspended. */
  public PhaseTiming(
      @Nullable LocalDate plannedFrom,
      @Nullable LocalDate plannedUntil,
      List<Stay> stays,
      LocalDate today) {
    this(plannedFrom, plannedUntil, stays, List.of(), today);
  }

  /**
   * A stay in the phase, or a pause of the case.
   *
   * @param until day on which it ended, or null while it goes on
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
      return late(plannedFrom) > 0 ? Standing.BEGINS_LATE : Standing.NOT_BEGUN;
    }
    if (stays.get(stays.size() - 1).until() == null) {
      return late(plannedUntil) > 0 ? Standing.OVER : Standing.WITHIN;
    }
    int more = Long.compare(taken(), planned());
    return more == 0 ? Standing.AS_PLANNED : more < 0 ? Standing.SHORTER : Standing.LONGER;
  }

  /** The days of which {@link #standing} speaks; 0 where it speaks of none. */
  public long days() {
    return switch (standing()) {
      case NO_PLAN, NOT_BEGUN, AS_PLANNED -> 0;
      case BEGINS_LATE -> late(plannedFrom);
      case WITHIN -> -late(plannedUntil);
      case OVER -> late(plannedUntil);
      case SHORTER -> planned() - taken();
      case LONGER -> taken() - planned();
    };
  }

  /** Planned days; 0 without a plan. */
  public long planned() {
    return between(plannedFrom, plannedUntil);
  }

  /** Days from entering to leaving, or to today, suspended or not; 0 before its beginning. */
  public long length() {
    return stays.stream().mapToLong(stay -> between(stay.from(), end(stay))).sum();
  }

  /** How many of these days the case was suspended. */
  public long suspended() {
    return stays.stream()
        .mapToLong(stay -> pauses.stream().mapToLong(pause -> shared(stay, pause)).sum())
        .sum();
  }

  /** Days taken up to its end or to today, those of suspensions left out. */
  public long taken() {
    return length() - suspended();
  }

  /** Days on which the case was suspended, in this phase or in another one, up to today. */
  public long paused() {
    return pauses.stream().mapToLong(pause -> Math.max(0, between(pause.from(), end(pause)))).sum();
  }

  /** A pause moves every day of the plan that is still to come. */
  private long late(@Nullable LocalDate planned) {
    return between(planned, today) - paused();
  }

  private long shared(Stay stay, Stay pause) {
    LocalDate from = stay.from().isAfter(pause.from()) ? stay.from() : pause.from();
    LocalDate until = end(stay).isBefore(end(pause)) ? end(stay) : end(pause);
    return Math.max(0, between(from, until));
  }

  private LocalDate end(Stay stay) {
    return stay.until() == null || stay.until().isAfter(today) ? today : stay.until();
  }

  private static long between(@Nullable LocalDate first, @Nullable LocalDate last) {
    return first == null || last == null ? 0 : ChronoUnit.DAYS.between(first, last);
  }
}
