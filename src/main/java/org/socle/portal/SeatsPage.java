package org.socle.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.portal.SeatReads.Changed;
import org.socle.portal.SeatReads.Owed;
import org.socle.portal.SeatReads.Sat;
import org.socle.portal.SeatReads.SeatLine;
import org.socle.stakeholder.Vacancies;
import org.socle.stakeholder.Vacancies.Vacancy;
import org.socle.tracking.Actor;
import org.springframework.stereotype.Component;

/** Gathers what the page of a case's seats shows. */
@Component
class SeatsPage {

  /** A change that a reader may make to a seat, with the address of its page. */
  record Act(String name, String href) {}

  /**
   * A seat now.
   *
   * @param owes what it owes, by task and last day
   * @param waiting last day of the ladder while a silent seat may not be declared vacant, or null
   */
  record Line(SeatLine seat, List<Owed> owes, List<Act> acts, @Nullable LocalDate waiting) {}

  /**
   * The seats of a case, now and over time.
   *
   * @param on day that the reader asked about, or null
   * @param satOn who sat on that day
   */
  record View(
      CaseRow row,
      ZoneId zone,
      boolean staff,
      boolean adds,
      List<Line> lines,
      List<Changed> changes,
      List<Sat> sittings,
      @Nullable LocalDate on,
      List<Sat> satOn) {}

  private static final String CHAIR = "chair";

  private final SeatReads reads;
  private final Vacancies vacancies;
  private final CountryDays countries;

  SeatsPage(SeatReads reads, Vacancies vacancies, CountryDays countries) {
    this.reads = reads;
    this.vacancies = vacancies;
    this.countries = countries;
  }

  /** The page for a reader; names of people for staff only. */
  View of(CaseRow row, Actor actor, @Nullable LocalDate on) {
    Set<String> groups = actor.groups();
    boolean staff = groups.contains(SignedIn.COORDINATOR);
    ZoneId zone = countries.zone(row.country());
    Map<String, List<Owed>> owed =
        reads.owed(row.id()).stream().collect(Collectors.groupingBy(Owed::candidateGroup));
    Map<String, Vacancy> silent =
        groups.contains(CHAIR) && row.goesOn() ? vacancies.of(row.id()) : Map.of();
    List<Sat> sittings = reads.sittings(row.id(), staff);
    return new View(
        row,
        zone,
        staff,
        staff && row.goesOn(),
        reads.seats(row.id(), staff).stream()
            .map(
                seat ->
                    line(
                        row,
                        seat,
                        owed.getOrDefault("seat-" + seat.id(), List.of()),
                        silent.get(seat.id()),
                        staff))
            .toList(),
        reads.changes(row.id()),
        sittings,
        on,
        on == null ? List.of() : satOn(sittings, on.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  /** Whether the actor may make a change. */
  static boolean mayChange(SeatAct act, Actor actor) {
    return actor.groups().contains(act == SeatAct.VACATE ? CHAIR : SignedIn.COORDINATOR);
  }

  private static Line line(
      CaseRow row, SeatLine seat, List<Owed> owes, @Nullable Vacancy silent, boolean staff) {
    boolean vacating = silent != null && silent.over() && !seat.away();
    List<Act> acts =
        List.of(SeatAct.REPLACE, SeatAct.REMOVE, SeatAct.REINSTATE, SeatAct.VACATE).stream()
            .filter(
                act -> row.goesOn() && (act == SeatAct.VACATE ? vacating : staff && act.fits(seat)))
            .map(act -> new Act(act.code(), act.address(row.id(), seat.id())))
            .toList();
    return new Line(
        seat, owes, acts, silent == null || silent.over() || seat.away() ? null : silent.until());
  }

  // The last moment of the day decides.
  private static List<Sat> satOn(List<Sat> sittings, Instant end) {
    return sittings.stream()
        .filter(
            sat -> sat.fromAt().isBefore(end) && (sat.toAt() == null || !sat.toAt().isBefore(end)))
        .toList();
  }
}
