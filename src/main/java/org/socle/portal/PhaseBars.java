package org.socle.portal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.PhaseTiming;

/** Places the planned and the actual days of the phases on one line of time, in percent of it. */
final class PhaseBars {

  /** A span on the line: where it begins and how long it is, as attributes of a rectangle. */
  record Span(String x, String width) {}

  /**
   * The bars of one phase.
   *
   * @param planned planned days, or null without a plan
   * @param actual one span for each stay
   */
  record Bars(@Nullable Span planned, List<Span> actual) {}

  private final LocalDate first;
  private final long length;
  private final LocalDate today;

  private PhaseBars(LocalDate first, LocalDate last, LocalDate today) {
    this.first = first;
    this.length = Math.max(1, ChronoUnit.DAYS.between(first, last));
    this.today = today;
  }

  /** The line from the earliest to the latest day of the phases; null when they have none. */
  static @Nullable PhaseBars of(List<CaseSteps.Step> steps, LocalDate today) {
    List<LocalDate> days =
        steps.stream()
            .map(CaseSteps.Step::timing)
            .flatMap(PhaseBars::days)
            .filter(Objects::nonNull)
            .map(day -> (LocalDate) day)
            .sorted()
            .toList();
    return days.isEmpty() ? null : new PhaseBars(days.get(0), days.get(days.size() - 1), today);
  }

  private static Stream<@Nullable LocalDate> days(PhaseTiming timing) {
    return Stream.concat(
        Stream.of(timing.plannedFrom(), timing.plannedUntil()),
        timing.stays().stream()
            .flatMap(
                stay ->
                    Stream.of(stay.from(), stay.until() == null ? timing.today() : stay.until())));
  }

  /** The bars of a phase. */
  public Bars bars(PhaseTiming timing) {
    LocalDate from = timing.plannedFrom();
    LocalDate until = timing.plannedUntil();
    return new Bars(
        from == null || until == null ? null : span(from, until),
        timing.stays().stream()
            .map(stay -> span(stay.from(), stay.until() == null ? timing.today() : stay.until()))
            .toList());
  }

  /** Where today is on the line, or null when it is not on it. */
  public @Nullable String now() {
    long days = ChronoUnit.DAYS.between(first, today);
    return days < 0 || days > length ? null : percent(days);
  }

  // A day that begins and ends a phase is still to be seen.
  private Span span(LocalDate from, LocalDate until) {
    double width = Math.max(0.8, 100.0 * ChronoUnit.DAYS.between(from, until) / length);
    double x = Math.min(100 - width, 100.0 * ChronoUnit.DAYS.between(first, from) / length);
    return new Span(percent(x * length / 100), percent(width * length / 100));
  }

  private String percent(double days) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * days / length);
  }
}
