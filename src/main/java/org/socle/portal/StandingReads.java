package org.socle.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.PhaseTiming;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what interrupts cases, or has interrupted them, with one statement. */
@Repository
class StandingReads {

  /** An interruption as its case shows it; lasting while nothing has ended it. */
  record Row(
      String caseId,
      String country,
      String status,
      @Nullable Instant suspendedAt,
      @Nullable String kind,
      @Nullable String reason,
      @Nullable Instant fromAt,
      @Nullable Instant untilAt,
      @Nullable String untilReason,
      @Nullable LocalDate changedOn) {

    /** Whether it lasts. */
    public boolean lasts() {
      return kind != null && untilAt == null;
    }
  }

  /**
   * A case that stands still, or has stood still.
   *
   * @param since since when it stands still, or null when it runs or has ended
   * @param days whole days since then
   * @param lasting what interrupts it now
   * @param past what interrupted it before
   */
  record Standing(
      String country,
      String status,
      @Nullable Instant since,
      ZoneId zone,
      long days,
      List<Row> lasting,
      List<Row> past) {

    /** Whether it stands still by a decision that a person may lift. */
    public boolean byDecision() {
      return lasting.stream().anyMatch(row -> "SUSPENSION".equals(row.kind()));
    }
  }

  private final JdbcClient jdbc;
  private final CountryDays countries;
  private final Clock clock;

  StandingReads(JdbcClient jdbc, CountryDays countries, Clock clock) {
    this.jdbc = jdbc;
    this.countries = countries;
    this.clock = clock;
  }

  /** What interrupts each of the cases; no statement for none. */
  Map<String, Standing> of(Stream<String> caseIds) {
    List<String> ids = caseIds.distinct().toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select c.id as case_id, c.country, c.status, c.suspended_at, i.kind, i.reason, i.from_at, i.until_at,
              i.until_reason, i.changed_on
            from nationalprocess_v_case c
            left join nationalprocess_v_interruption i on i.case_id = c.id
            where c.id in (:ids) order by i.from_at, i.id
            """)
        .param("ids", ids)
        .query(Row.class)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Row::caseId))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> standing(entry.getValue())));
  }

  /** When a case stood still, as days in its zone; what overlapped is one pause. */
  List<PhaseTiming.Stay> pauses(String caseId, ZoneId zone) {
    return jdbc
        .sql(
            """
            select lower(pause) as from_at, upper(pause) as until_at
            from (select unnest(range_agg(tstzrange(from_at, until_at))) as pause
              from nationalprocess_v_interruption where case_id = :id and kind <> 'WITHDRAWAL') pauses
            order by 1
            """)
        .param("id", caseId)
        .query(Pause.class)
        .list()
        .stream()
        .map(
            pause ->
                new PhaseTiming.Stay(
                    LocalDate.ofInstant(pause.fromAt(), zone),
                    pause.untilAt() == null ? null : LocalDate.ofInstant(pause.untilAt(), zone)))
        .toList();
  }

  private record Pause(Instant fromAt, @Nullable Instant untilAt) {}

  private Standing standing(List<Row> rows) {
    Row first = rows.get(0);
    ZoneId zone = countries.zone(first.country());
    Instant since = first.suspendedAt();
    long days =
        since == null
            ? 0
            : ChronoUnit.DAYS.between(
                LocalDate.ofInstant(since, zone), LocalDate.ofInstant(clock.instant(), zone));
    return new Standing(
        first.country(),
        first.status(),
        since,
        zone,
        days,
        rows.stream().filter(Row::lasts).toList(),
        rows.stream().filter(row -> row.untilAt() != null).toList());
  }
}
