package org.socle.casefile;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a report as plain text for a terminal. */
final class ReportText {

  private final StringBuilder text = new StringBuilder();

  private ReportText() {}

  static String of(CaseReport report) {
    ReportText text = new ReportText();
    text.line(report.reference() + "  " + report.title() + " (" + report.country() + ")");
    text.line(
        report.status() + orNothing(" ", report.outcome()) + orNothing(": ", report.reason()));
    text.section(
        "Phases",
        report.phases(),
        p -> p.phase() + "  " + p.from() + " to " + or(p.to(), "now") + days(p));
    text.section(
        "Milestones",
        report.milestones(),
        m ->
            m.date()
                + orNothing(" to ", m.until())
                + "  "
                + words(m.kind())
                + orNothing("  ", m.who())
                + "  "
                + m.what());
    text.section(
        "Duties",
        report.duties(),
        d ->
            d.asked()
                + "  "
                + step(d.step())
                + "  "
                + d.who()
                + orNothing("  due ", d.due())
                + "  "
                + d.state()
                + orNothing(" ", d.answered()));
    text.section(
        "Outcomes",
        report.outcomes(),
        o ->
            o.order()
                + ". "
                + or(o.body(), o.level())
                + " ("
                + o.level()
                + ")  "
                + o.recommendation()
                + "  "
                + o.outcome()
                + orNothing(" ", o.decidedOn())
                + (o.attempt() > 1 ? "  resubmission " + (o.attempt() - 1) : "")
                + orNothing("  ", o.reason()));
    text.section(
        "Conditions",
        report.conditions(),
        c ->
            c.text()
                + "  owner "
                + or(c.owner(), "not published")
                + orNothing("  passed ", c.fulfilled()));
    text.section(
        "Figures, measured in this case",
        report.figures(),
        f ->
            f.title()
                + "  "
                + f.from()
                + " to "
                + f.to()
                + "  "
                + months(f)
                + " months ("
                + f.days()
                + " days)");
    text.section(
        "Spans, as reported",
        report.reported(),
        r -> r.title() + "  " + r.from() + " to " + r.to() + orNothing("  ", r.note()));
    text.section(
        "Notes", report.notes(), n -> words(n.kind().toLowerCase(Locale.ROOT)) + ": " + n.text());
    text.section(
        "Not published, or published otherwise",
        report.entries(),
        e ->
            e.on()
                + "  "
                + words(e.kind().toLowerCase(Locale.ROOT))
                + "  "
                + e.step()
                + "  "
                + e.detail());
    text.section("Sources", report.sources(), s -> s.title() + "  " + s.address());
    return text.text.toString();
  }

  private <T> void section(String title, Collection<T> parts, Function<T, String> line) {
    if (!parts.isEmpty()) {
      line("");
      line(title + " (" + parts.size() + ")");
      parts.forEach(part -> line("  " + line.apply(part)));
    }
  }

  private void line(String line) {
    text.append(line).append(System.lineSeparator());
  }

  /** The element id of a step as words. */
  static String step(String element) {
    String label = element.substring(element.indexOf('_') + 1);
    return label.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String days(CaseReport.PhaseLine phase) {
    return phase.days() == null ? "" : "  " + phase.days() + " days";
  }

  private static String months(CaseReport.FigureLine figure) {
    return figure.months().stripTrailingZeros().toPlainString();
  }

  private static String words(String code) {
    return code.replace('_', ' ');
  }

  private static String orNothing(String before, @Nullable Object value) {
    return value == null ? "" : before + value;
  }

  private static String or(@Nullable Object value, String otherwise) {
    return Objects.toString(value, otherwise);
  }
}
