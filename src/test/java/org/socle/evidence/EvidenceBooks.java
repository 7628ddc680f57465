package org.socle.evidence;

import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.socle.country.CaseClock;
import org.socle.operation.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Evidence on a fresh database without the rest of the program, and somebody who tampers with it.
 */
final class EvidenceBooks {

  static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  final DataSource source = TestDatabase.create();
  final CaseClock clock = new CaseClock();
  final JdbcClient jdbc = JdbcClient.create(source);
  final DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
  final TransactionTemplate transaction = new TransactionTemplate(transactions);
  final EvidenceTrail trail = new EvidenceTrail(jdbc);
  final SealRun run = new SealRun(jdbc, clock, transactions);
  final DailyRoots roots = new DailyRoots(jdbc, trail, clock, transactions);
  final Sealer sealer = new Sealer(run, roots, true, 2);
  final EvidenceTable table = new EvidenceTable(jdbc, clock, sealer);
  final EvidenceCheck check = new EvidenceCheck(jdbc, trail, clock);
  final RootCheck rootCheck = new RootCheck(jdbc, trail);
  final EvidenceExport export = new EvidenceExport(trail);

  EvidenceBooks() {
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    clock.hold(MORNING);
  }

  /** Records so many acts in a case, one transaction each. */
  void act(String caseId, int times) {
    for (int time = 0; time < times; time++) {
      int number = time;
      transaction.executeWithoutResult(
          status ->
              table.record(
                  caseId,
                  number % 3 == 0 ? Evidence.SYSTEM : "acc-" + number,
                  "duty.answered",
                  number % 4 == 0 ? null : "subject-" + number,
                  Map.of("number", number, "text", "Été, \"quoted\"\nand ~ 🌍")));
      clock.hold(clock.instant().plusMillis(1_234));
    }
  }

  EvidenceCheck.Result check(String chain) {
    return check.chain(chain, (name, rows, of) -> {});
  }

  /** Changes rows as somebody could who owns the database and has put its guards to sleep. */
  void tamper(String sql, Object... params) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          int changed = jdbc.sql(sql).params(params).update();
          if (changed == 0) {
            throw new IllegalStateException("Nothing was changed by " + sql);
          }
        });
  }

  /** Evidence id at a position. */
  long row(String chain, long position) {
    return jdbc.sql("select evidence_id from evidence_seal where chain = ? and position = ?")
        .params(chain, position)
        .query(Long.class)
        .single();
  }
}
