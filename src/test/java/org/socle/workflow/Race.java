package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forces the order of two acts that meet in the database.
 *
 * <p>Nothing sleeps: the second act is let go on when PostgreSQL says that it waits for a lock, or
 * when it is through.
 */
public final class Race {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;

  public Race(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** An act of one of the two. */
  @FunctionalInterface
  public interface Act {

    /** Does it; the result is compared by the test. */
    Object run() throws Exception;
  }

  /**
   * How both ended: what each returned, or what it threw.
   *
   * @param waited whether the second had to wait for the first
   */
  public record Ends(Object first, Object second, boolean waited) {}

  /**
   * The first act has done everything but commit when the second begins; it commits when the second
   * waits for it or is through.
   *
   * @param first act that joins a transaction of its caller
   * @param second act as its door calls it, with a transaction of its own
   */
  public Ends inFlight(Act first, Act second) throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Object[] seen = new Object[2];
      boolean[] waited = new boolean[1];
      Future<?>[] running = new Future<?>[1];
      seen[0] =
          outcome(
              () ->
                  new TransactionTemplate(transactions)
                      .execute(
                          status -> {
                            Object done = unchecked(first);
                            running[0] = other.submit(() -> seen[1] = outcome(second));
                            waited[0] = waits(running[0], 1);
                            return done;
                          }));
      if (running[0] != null) {
        running[0].get();
      }
      return new Ends(seen[0], seen[1], waited[0]);
    } finally {
      other.shutdown();
    }
  }

  /**
   * Both acts stand before one row that a third transaction holds, the first one in front; then it
   * is let go.
   *
   * @param lock statement that takes the row, such as {@code select … for update}
   */
  public Ends queued(String lock, String id, Act first, Act second) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      Object[] seen = new Object[2];
      Future<?>[] running = new Future<?>[2];
      boolean waited =
          Boolean.TRUE.equals(
              new TransactionTemplate(transactions)
                  .execute(
                      status -> {
                        jdbc.sql(lock).param(id).query().listOfRows();
                        running[0] = people.submit(() -> seen[0] = outcome(first));
                        boolean one = waits(running[0], 1);
                        running[1] = people.submit(() -> seen[1] = outcome(second));
                        return one && waits(running[1], 2);
                      }));
      running[0].get();
      running[1].get();
      return new Ends(seen[0], seen[1], waited);
    } finally {
      people.shutdown();
    }
  }

  private boolean waits(Future<?> act, int waiting) {
    Instant latest = Instant.now().plus(LONGEST);
    while (!act.isDone()) {
      if (waiting() >= waiting) {
        return true;
      }
      assertThat(Instant.now()).as("the act neither ends nor waits").isBefore(latest);
    }
    return false;
  }

  private int waiting() {
    return jdbc.sql(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """)
        .query(Integer.class)
        .single();
  }

  private static Object outcome(Act act) {
    try {
      return act.run();
    } catch (Exception e) {
      return e;
    }
  }

  private static Object unchecked(Act act) {
    try {
      return act.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
