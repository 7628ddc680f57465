package org.socle.nationalprocess;

import org.socle.country.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each case its reference; numbers run per country and year without holes after a commit. */
@Component
class CaseReferences {

  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;

  CaseReferences(JdbcClient jdbc, WorkingCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  String next(String country) {
    int year = calendar.today(country).getYear();
    int number =
        jdbc.sql(
                """
                insert into case_number (country, year, last) values (?, ?, 1)
                on conflict (country, year) do update set last = case_number.last + 1
                returning last
                """)
            .params(country, year)
            .query(Integer.class)
            .single();
    return format(country, year, number);
  }

  static String format(String country, int year, int number) {
    return "SPF-%s-%d-%03d".formatted(country, year, number);
  }
}
