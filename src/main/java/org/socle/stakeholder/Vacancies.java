package org.socle.stakeholder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.socle.country.WorkingCalendar;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.Asked;
import org.springframework.stereotype.Service;

/**
 * Seats that stayed silent when they were last asked, and the day until which the ladder of
 * reminders gives them (table DT9, decision record 0014).
 */
@Service
public class Vacancies {

  private static final Set<String> KINDS =
      Set.of("nomination", "position", "late-position", "opinion");
  private static final String SEAT = "seat-";

  private final Askings askings;
  private final WorkingCalendar calendar;

  Vacancies(Askings askings, WorkingCalendar calendar) {
    this.askings = askings;
    this.calendar = calendar;
  }

  /** Silent seats of a case by seat id; a seat that is asked again has until that asking closes. */
  public Map<String, Vacancy> of(String caseId) {
    Map<String, Vacancy> silent = new HashMap<>();
    for (Asked asked : askings.history(caseId)) {
      if (asked.group().startsWith(SEAT) && KINDS.contains(asked.kind())) {
        take(asked, asked.group().substring(SEAT.length()), silent);
      }
    }
    return silent;
  }

  private void take(Asked asked, String seatId, Map<String, Vacancy> silent) {
    Vacancy before = silent.get(seatId);
    if ("answered".equals(asked.state())) {
      silent.remove(seatId);
    } else if ("silent".equals(asked.state()) || before != null) {
      LocalDate until =
          before != null && before.until().isAfter(asked.closes())
              ? before.until()
              : asked.closes();
      boolean over =
          !"open".equals(asked.state()) && calendar.today(asked.country()).isAfter(until);
      silent.put(seatId, new Vacancy(asked.kind(), until, over));
    }
  }

  /**
   * A silent seat.
   *
   * @param kind what it was last asked, such as {@code position}
   * @param until last day of the ladder
   * @param over whether the ladder has run out
   */
  public record Vacancy(String kind, LocalDate until, boolean over) {}
}
