package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Sees that a hostile request is answered in time and leaves every table as it was. */
final class Refusals {

  private static final long LONGEST_MILLIS = 5_000;
  private static final int SHOWN = 600;

  private Refusals() {}

  /**
   * The answer is one of these, comes in time, and no row has come or gone but the daily roots,
   * which come by themselves; returns its milliseconds.
   */
  static long refuses(Callable<HttpResponse<String>> sending, Set<Integer> answers)
      throws Exception {
    Map<String, Long> before = rows();
    long start = System.nanoTime();
    HttpResponse<String> answer = sending.call();
    long millis = (System.nanoTime() - start) / 1_000_000;
    String said = answer.body().substring(0, Math.min(SHOWN, answer.body().length()));
    assertThat(answer.statusCode()).as(answer.request() + " " + said).isIn(answers);
    assertThat(millis).as("milliseconds of " + answer.request()).isLessThan(LONGEST_MILLIS);
    assertThat(rows()).isEqualTo(before);
    return millis;
  }

  /** Waits until what was prepared is sealed, which changes rows too. */
  static void awaitQuiet() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                LiveProgram.jdbc()
                        .sql("select count(*) from evidence_unsealed")
                        .query(Integer.class)
                        .single()
                    == 0);
  }

  private static Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    LiveProgram.jdbc()
        .sql(
            """
            select table_name, (xpath('/row/c/text()', query_to_xml('select count(*) as c from ' || table_name,
              false, true, '')))[1]::text::bigint as count
            from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
              and table_name not like 'act\\_%' and table_name not like 'flyway%'
              and table_name not like 'evidence\\_root%'
            """)
        .query(
            row -> {
              rows.put(row.getString(1), row.getLong(2));
            });
    assertThat(rows).containsKeys("duty", "evidence", "national_process", "submission");
    return rows;
  }
}
