package org.socle.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.socle.country.Countries;
import org.socle.country.WorkingCalendar;
import org.socle.nationalprocess.CaseEngine;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.tracking.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The running case of a fictitious country with which newcomers learn; made once per database. */
@Component
class TrainingCase {

  private static final String NAME = "training";

  private final JdbcClient jdbc;
  private final NationalProcessFlow flow;
  private final CaseEngine engine;
  private final CaseDriver driver;
  private final ReplayedCases cases;
  private final TrainingRows rows;
  private final Countries countries;
  private final WorkingCalendar calendar;
  private final Clock clock;
  private final TransactionTemplate transaction;

  TrainingCase(
      JdbcClient jdbc,
      NationalProcessFlow flow,
      CaseEngine engine,
      CaseDriver driver,
      ReplayedCases cases,
      TrainingRows rows,
      Countries countries,
      WorkingCalendar calendar,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.flow = flow;
    this.engine = engine;
    this.driver = driver;
    this.cases = cases;
    this.rows = rows;
    this.countries = countries;
    this.calendar = calendar;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Carries the case to its first round, or takes it up where an interrupted start has left it. */
  void load(Consumer<String> progress) {
    Optional<Row> known = find();
    if (known.isPresent() && known.get().loadedAt() != null) {
      return;
    }
    ZoneId zone = countries.of(TrainingScript.COUNTRY).zone();
    TrainingDays days =
        new TrainingDays(calendar, TrainingScript.COUNTRY, calendar.today(TrainingScript.COUNTRY));
    OffsetDateTime now = OffsetDateTime.now(clock);
    try {
      String caseId = known.isPresent() ? resume(known.get().caseId()) : open(days, zone);
      driver.drive(caseId, new TrainingScript(caseId, days, rows), zone, progress);
      transaction.executeWithoutResult(
          status ->
              jdbc.sql("update demo_case set loaded_at = ? where name = ?")
                  .params(now, NAME)
                  .update());
    } finally {
      engine.releaseClock();
    }
  }

  private String open(TrainingDays days, ZoneId zone) {
    LocalDate submitted = days.ago(110);
    engine.holdClock(CaseDriver.begin(submitted, zone));
    Actor actor =
        new Actor(
            rows.account("focal-point"),
            Set.of("government-focal-point"),
            Set.of(TrainingScript.COUNTRY));
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              rows.assignContacts(TrainingScript.COUNTRY);
              String caseId = flow.submitRequest(TrainingScript.request(submitted), actor);
              rows.title(caseId);
              jdbc.sql("insert into demo_case (name, case_id) values (?, ?)")
                  .params(NAME, caseId)
                  .update();
              return caseId;
            }));
  }

  private String resume(String caseId) {
    engine.holdClock(cases.lastAct(caseId));
    return caseId;
  }

  private Optional<Row> find() {
    return jdbc.sql("select case_id, loaded_at from demo_case where name = ?")
        .param(NAME)
        .query(Row.class)
        .optional();
  }

  private record Row(String caseId, @Nullable OffsetDateTime loadedAt) {}
}
