package org.socle.portal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Published;
import org.socle.nationalprocess.CaseDiagrams;
import org.socle.nationalprocess.CaseEngine;
import org.socle.portal.CaseReads.Stay;
import org.springframework.stereotype.Component;

/** Finds out where a case stands. */
@Component
class CaseStandings {

  private final CaseReads reads;
  private final StandingReads interruptions;
  private final CountryDays countries;
  private final Published published;
  private final CaseDiagrams diagrams;
  private final CaseEngine engine;

  CaseStandings(
      CaseReads reads,
      StandingReads interruptions,
      CountryDays countries,
      Published published,
      CaseDiagrams diagrams,
      CaseEngine engine) {
    this.reads = reads;
    this.interruptions = interruptions;
    this.countries = countries;
    this.published = published;
    this.diagrams = diagrams;
    this.engine = engine;
  }

  /**
   * Where a case stands.
   *
   * @param holders who owes something in it
   * @param process process that the reader asks for, or null for the one in which the case stands
   */
  CaseStanding of(CaseRow row, List<Ball.Holder> holders, @Nullable String process) {
    LocalDate today = countries.today(row.country());
    List<Stay> stays = reads.stays(row.id());
    ZoneId zone = countries.zone(row.country());
    List<CaseSteps.Step> steps =
        CaseSteps.of(row, stays, interruptions.pauses(row.id(), zone), today, zone);
    boolean planned = stays.stream().anyMatch(stay -> stay.plannedUntil() != null);
    return new CaseStanding(
        steps,
        !planned && published.replayed(row.id()),
        PhaseBars.of(steps, today),
        ball(row, holders),
        diagrams.course(row.id(), process).map(CaseCourse::of).orElse(null));
  }

  // A timer is of interest only where nobody has the ball; in a suspended case nothing moves.
  private Ball ball(CaseRow row, List<Ball.Holder> holders) {
    if (row.suspended()) {
      return new Ball(List.of(), null);
    }
    return new Ball(
        holders,
        row.running() && holders.isEmpty() ? engine.nextTimer(row.id()).orElse(null) : null);
  }
}
