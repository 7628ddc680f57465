package org.socle.nationalprocess;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.socle.country.WorkingCalendar;
import org.socle.evidence.Published;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the plan of a new case from the planned durations of its country. */
@Component
class PhasePlans {

  private record Duration(Phase phase, int days) {}

  private final JdbcClient jdbc;
  private final Published published;
  private final WorkingCalendar calendar;

  PhasePlans(JdbcClient jdbc, Published published, WorkingCalendar calendar) {
    this.jdbc = jdbc;
    this.published = published;
    this.calendar = calendar;
  }

  /** Plans a case from today on; a case carried from published facts has no plan of ours. */
  void make(String caseId, String country) {
    if (published.replayed(caseId)) {
      return;
    }
    for (PhasePlan.Planned planned : PhasePlan.of(calendar.today(country), days(country))) {
      jdbc.sql(
              "insert into phase_plan (case_id, phase, planned_from, planned_until) values (?, ?, ?, ?)")
          .params(caseId, planned.phase().name(), planned.from(), planned.until())
          .update();
    }
  }

  private Map<Phase, Integer> days(String country) {
    List<Duration> found =
        jdbc.sql(
                """
                select distinct on (phase) phase, days from planned_duration
                where country = ? or country is null order by phase, country nulls last
                """)
            .param(country)
            .query(Duration.class)
            .list();
    return found.stream().collect(Collectors.toMap(Duration::phase, Duration::days));
  }
}
