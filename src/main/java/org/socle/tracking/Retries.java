package org.socle.tracking;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one rule for work that lost a race with another transaction: repeated at most four times,
 * each time in a transaction of its own, and never inside somebody else's.
 *
 * <p>A repeat inside a transaction would repeat a part of it on a connection that PostgreSQL has
 * already given up; so work that finds one open runs once, and whoever opened it repeats the whole.
 */
@Component
public class Retries {

  /** How often work is tried in all. */
  public static final int ATTEMPTS = 5;

  private static final long SHORTEST_PAUSE_MILLIS = 5;
  private static final long PAUSE_STEP_MILLIS = 20;
  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

  /** Serialization failure and deadlock: the same work may succeed a moment later. */
  private static final Set<String> LOST_RACE = Set.of("40001", "40P01");

  private final LongAdder repeated = new LongAdder();
  private final LongAdder givenUp = new LongAdder();

  /** Runs the work; when every attempt lost its race, the last exception comes through. */
  public <T, E extends Throwable> T call(Work<T, E> work) throws E {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return work.run();
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return work.run();
      } catch (RuntimeException e) {
        if (!lostRace(e)) {
          throw e;
        }
        if (attempt == ATTEMPTS) {
          givenUp.increment();
          LOG.warn("Gave up after {} attempts, each of which lost a race", ATTEMPTS, e);
          throw e;
        }
        repeated.increment();
        LOG.info("Attempt {} lost a race ({}); trying again", attempt, e.toString());
        pause(attempt);
      }
    }
  }

  /** Whether an exception, or one that caused it, says that another transaction came first. */
  public static boolean lostRace(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockingFailureException
          || cause instanceof SQLException sql
              && sql.getSQLState() != null
              && LOST_RACE.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** What happened since the program started. */
  public Counts counts() {
    return new Counts(repeated.sum(), givenUp.sum());
  }

  // Jitter: two that lost against each other must not meet again.
  private static void pause(int attempt) {
    long longest = PAUSE_STEP_MILLIS << attempt;
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(
            ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, longest)));
  }

  /** Work in a transaction of its own. */
  @FunctionalInterface
  public interface Work<T, E extends Throwable> {

    /** One attempt. */
    T run() throws E;
  }

  /**
   * Lost races.
   *
   * @param repeated attempts that were followed by another one
   * @param givenUp work that lost its last attempt too
   */
  public record Counts(long repeated, long givenUp) {}
}
