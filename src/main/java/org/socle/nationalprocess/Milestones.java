package org.socle.nationalprocess;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Dated facts of a case. */
@Service
public class Milestones {

  private final JdbcClient jdbc;

  Milestones(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a fact; {@link IllegalArgumentException} when a date is neither a day nor a month. */
  @Transactional
  public void add(String caseId, Milestone milestone) {
    requireDate(milestone.date());
    requireDate(milestone.until());
    jdbc.sql(
            """
            insert into milestone (case_id, date_text, until_text, kind, who, what, source)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                caseId,
                milestone.date(),
                milestone.until(),
                milestone.kind(),
                milestone.who(),
                milestone.what(),
                milestone.source()))
        .update();
  }

  private static void requireDate(@Nullable String text) {
    if (text == null) {
      return;
    }
    try {
      if (text.length() == 7) {
        YearMonth.parse(text);
      } else {
        LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("A milestone's date is a day or a month, not " + text, e);
    }
  }

  /** The facts of a case by date, then in the order in which they were added. */
  public List<Milestone> ofCase(String caseId) {
    return jdbc.sql(
            """
            select date_text as date, until_text as until, kind, who, what, source from milestone
            where case_id = ? order by date_text, id
            """)
        .param(caseId)
        .query(Milestone.class)
        .list();
  }
}
