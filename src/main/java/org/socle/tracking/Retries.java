package org.socle.tracking;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Repeats work that lost a race with another transaction; stands outside the transaction, never
 * inside one.
 */
@Component
public class Retries {

  private static final int ATTEMPTS = 5;

  /**
   * Runs the work, at most five times; the last {@link ConcurrencyFailureException} comes through.
   */
  public <T> T call(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (ConcurrencyFailureException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  private static void pause(int attempt) {
    long longest = 20L << attempt;
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(5, longest)));
  }
}
