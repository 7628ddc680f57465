package org.socle.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as the command tells it; the JSON of {@code --json} has these names. */
record CaseReport(
    String reference,
    String caseId,
    String country,
    String title,
    String status,
    @Nullable String outcome,
    @Nullable String reason,
    List<PhaseLine> phases,
    List<MilestoneLine> milestones,
    List<DutyLine> duties,
    List<OutcomeLine> outcomes,
    List<ConditionLine> conditions,
    List<FigureLine> figures,
    List<ReportedLine> reported,
    List<NoteLine> notes,
    List<GapLine> entries,
    List<SourceLine> sources) {

  /** A stay in a phase; {@code to} and {@code days} are null while it lasts. */
  record PhaseLine(String phase, LocalDate from, @Nullable LocalDate to, @Nullable Long days) {}

  record MilestoneLine(
      String date,
      @Nullable String until,
      String kind,
      @Nullable String who,
      String what,
      @Nullable String source) {}

  record DutyLine(
      String step,
      String who,
      LocalDate asked,
      @Nullable LocalDate due,
      @Nullable LocalDate answered,
      String state) {}

  record OutcomeLine(
      int order,
      String level,
      @Nullable String body,
      int attempt,
      String recommendation,
      String outcome,
      @Nullable LocalDate decidedOn,
      @Nullable String reason,
      @Nullable String source) {}

  record ConditionLine(
      String text,
      @Nullable String owner,
      @Nullable LocalDate due,
      @Nullable LocalDate fulfilled,
      @Nullable String evidence) {}

  record FigureLine(
      String name, String title, LocalDate from, LocalDate to, int days, BigDecimal months) {}

  record ReportedLine(
      String name,
      String title,
      String from,
      String to,
      @Nullable String note,
      @Nullable String source) {}

  record NoteLine(String kind, String text) {}

  record GapLine(LocalDate on, String kind, String step, String detail, @Nullable String source) {}

  record SourceLine(String title, String address) {}
}
