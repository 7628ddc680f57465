package org.socle.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.casefile.CaseReport.ConditionLine;
import org.socle.casefile.CaseReport.DutyLine;
import org.socle.casefile.CaseReport.FigureLine;
import org.socle.casefile.CaseReport.GapLine;
import org.socle.casefile.CaseReport.MilestoneLine;
import org.socle.casefile.CaseReport.NoteLine;
import org.socle.casefile.CaseReport.OutcomeLine;
import org.socle.casefile.CaseReport.PhaseLine;
import org.socle.casefile.CaseReport.ReportedLine;
import org.socle.casefile.CaseReport.SourceLine;
import org.socle.country.Countries;
import org.socle.decision.Conditions;
import org.socle.decision.Decisions;
import org.socle.decision.Levels;
import org.socle.decision.Levels.DecisionLevel;
import org.socle.nationalprocess.CaseRecord;
import org.socle.nationalprocess.Cases;
import org.socle.nationalprocess.Milestones;
import org.socle.nationalprocess.Phases;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.Duties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a case has become from its rows, for the command. */
@Component
class CaseReports {

  private final Cases cases;
  private final Countries countries;
  private final Phases phases;
  private final Milestones milestones;
  private final Duties duties;
  private final Seats seats;
  private final Recommendations recommendations;
  private final Levels levels;
  private final Decisions decisions;
  private final Conditions conditions;
  private final CaseFigures figures;
  private final Gaps gaps;

  CaseReports(
      Cases cases,
      Countries countries,
      Phases phases,
      Milestones milestones,
      Duties duties,
      Seats seats,
      Recommendations recommendations,
      Levels levels,
      Decisions decisions,
      Conditions conditions,
      CaseFigures figures,
      Gaps gaps) {
    this.cases = cases;
    this.countries = countries;
    this.phases = phases;
    this.milestones = milestones;
    this.duties = duties;
    this.seats = seats;
    this.recommendations = recommendations;
    this.levels = levels;
    this.decisions = decisions;
    this.conditions = conditions;
    this.figures = figures;
    this.gaps = gaps;
  }

  /** Everything that the command tells of a case. */
  @Transactional(readOnly = true)
  public CaseReport of(String caseId) {
    CaseRecord record = cases.get(caseId);
    ZoneId zone = countries.of(record.country()).zone();
    return new CaseReport(
        record.reference(),
        caseId,
        record.country(),
        record.title(),
        record.status(),
        record.outcome(),
        record.reason(),
        phases.ofCase(caseId).stream().map(stay -> phase(stay, zone)).toList(),
        milestones.ofCase(caseId).stream()
            .map(
                m ->
                    new MilestoneLine(m.date(), m.until(), m.kind(), m.who(), m.what(), m.source()))
            .toList(),
        duties(caseId, zone),
        outcomes(caseId),
        conditions.ofCase(caseId).stream()
            .map(
                c ->
                    new ConditionLine(
                        c.text(), c.owner(), c.dueDate(), day(c.fulfilledAt(), zone), c.evidence()))
            .toList(),
        figures.ofCase(caseId).stream()
            .map(f -> new FigureLine(f.name(), f.titleEn(), f.from(), f.to(), f.days(), f.months()))
            .toList(),
        figures.reported(caseId).stream()
            .map(
                r ->
                    new ReportedLine(r.name(), r.titleEn(), r.from(), r.to(), r.note(), r.source()))
            .toList(),
        figures.notes(caseId).stream().map(note -> new NoteLine(note.kind(), note.text())).toList(),
        gaps.ofCase(caseId).stream()
            .map(
                gap ->
                    new GapLine(
                        at(gap.at(), zone), gap.kind(), gap.step(), gap.detail(), gap.source()))
            .toList(),
        figures.sources(caseId).stream().map(s -> new SourceLine(s.title(), s.address())).toList());
  }

  private static PhaseLine phase(Phases.Stay stay, ZoneId zone) {
    LocalDate from = at(stay.from(), zone);
    LocalDate to = day(stay.to(), zone);
    return new PhaseLine(
        stay.phase(), from, to, to == null ? null : ChronoUnit.DAYS.between(from, to));
  }

  private List<DutyLine> duties(String caseId, ZoneId zone) {
    Map<String, String> acronyms =
        seats.seats(caseId).stream().collect(Collectors.toMap(Seat::group, Seat::acronym));
    return duties.ofCase(caseId).stream()
        .map(
            duty ->
                new DutyLine(
                    duty.element(),
                    acronyms.getOrDefault(duty.group(), duty.group()),
                    at(duty.askedAt(), zone),
                    duty.dueDate(),
                    day(duty.answeredAt(), zone),
                    duty.state()))
        .toList();
  }

  private List<OutcomeLine> outcomes(String caseId) {
    Map<String, DecisionLevel> byId =
        levels.ofCase(caseId).stream().collect(Collectors.toMap(DecisionLevel::id, level -> level));
    Map<String, String> codes =
        recommendations.ofCase(caseId).stream()
            .collect(Collectors.toMap(Recommendation::id, Recommendation::code));
    return decisions.ofCase(caseId).stream()
        .map(decision -> outcome(decision, byId, codes))
        .toList();
  }

  private static OutcomeLine outcome(
      Decisions.Decision decision, Map<String, DecisionLevel> levels, Map<String, String> codes) {
    DecisionLevel level = levels.get(decision.levelId());
    if (level == null) {
      throw new IllegalStateException("Decision " + decision.id() + " has no level");
    }
    return new OutcomeLine(
        level.ord(),
        level.level().name(),
        level.body(),
        decision.attempt(),
        codes.getOrDefault(decision.recommendationId(), ""),
        decision.outcome().name(),
        decision.decidedOn(),
        decision.reason(),
        decision.source());
  }

  private static @Nullable LocalDate day(@Nullable Instant moment, ZoneId zone) {
    return moment == null ? null : at(moment, zone);
  }

  private static LocalDate at(Instant moment, ZoneId zone) {
    return LocalDate.ofInstant(moment, zone);
  }
}
