package org.socle.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Duties as rows. */
@Component
class DutyTable implements Duties {

  private static final String COLUMNS =
      """
      select id, case_id, country, task_id, process_key, element, form, candidate_group as "group", asking_id,
        subject_id, asked_at, due_date, answered_at, answered_by, state from duty
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  DutyTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Duty> openOf(Collection<String> groups, Collection<String> countries) {
    if (groups.isEmpty() || countries.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            COLUMNS
                + """
            where candidate_group in (:groups) and country in (:countries) and state = 'open'
            order by due_date nulls last, asked_at limit 500
            """)
        .param("groups", groups)
        .param("countries", countries)
        .query(DutyTable::duty)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Duty> ofCase(String caseId) {
    return jdbc.sql(COLUMNS + "where case_id = :caseId order by asked_at, id")
        .param("caseId", caseId)
        .query(DutyTable::duty)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Duty> askedOf(String caseId, String group) {
    return jdbc.sql(
            COLUMNS
                + "where candidate_group = :group and case_id = :caseId order by asked_at desc, id")
        .param("group", group)
        .param("caseId", caseId)
        .query(DutyTable::duty)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Duty> find(String dutyId) {
    return jdbc.sql(COLUMNS + "where id = :id")
        .param("id", dutyId)
        .query(DutyTable::duty)
        .optional();
  }

  @Override
  @Transactional
  public void seen(String dutyId) {
    jdbc.sql("update duty set seen_at = :at where id = :id and seen_at is null and state = 'open'")
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", dutyId)
        .update();
  }

  private static Duty duty(ResultSet row, int number) throws SQLException {
    return new Duty(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("country"),
        row.getString("task_id"),
        row.getString("process_key"),
        row.getString("element"),
        row.getString("form"),
        row.getString("group"),
        row.getString("asking_id"),
        row.getString("subject_id"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_date", LocalDate.class),
        instant(row.getObject("answered_at", OffsetDateTime.class)),
        row.getString("answered_by"),
        row.getString("state"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
