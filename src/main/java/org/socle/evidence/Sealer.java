package org.socle.evidence;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Seals evidence after the transaction that wrote it, on a thread of its own.
 *
 * <p>Linking inside the transaction would make all answers of a case queue for its last link. A
 * sweep finds what a killed program or a busy chain left, and takes the daily root. In direct mode
 * (replay, process tests) rows wait until {@link #settle()} seals them in the calling thread.
 */
@Component
public class Sealer implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

  private final SealRun run;
  private final DailyRoots roots;
  private final boolean alwaysDirect;
  private final long sweepSeconds;
  private final Set<String> scheduled = ConcurrentHashMap.newKeySet();
  private volatile boolean direct;
  private volatile @Nullable ScheduledExecutorService executor;

  Sealer(
      SealRun run,
      DailyRoots roots,
      @Value("${socle.evidence.seal-direct:false}") boolean direct,
      @Value("${socle.evidence.sweep-seconds:2}") long sweepSeconds) {
    this.run = run;
    this.roots = roots;
    this.alwaysDirect = direct;
    this.direct = direct;
    this.sweepSeconds = sweepSeconds;
  }

  /** Chooses whether rows wait for {@link #settle()} or are sealed by themselves. */
  public void direct(boolean on) {
    direct = on || alwaysDirect;
  }

  /**
   * Seals everything that waits, in the calling thread, which must not be in a transaction; returns
   * how many rows.
   */
  public int settle() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return 0;
    }
    return run.pending().stream().mapToInt(run::seal).sum();
  }

  /** Seals a chain as soon as the current transaction has been committed. */
  void afterCommit(String chain) {
    if (direct || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            schedule(chain);
          }
        });
  }

  private void schedule(String chain) {
    ScheduledExecutorService threads = executor;
    if (!direct && threads != null && scheduled.add(chain)) {
      try {
        threads.execute(
            () -> {
              scheduled.remove(chain);
              quietly(() -> run.seal(chain));
            });
      } catch (RejectedExecutionException e) {
        // The program is stopping; the next start's sweep seals it.
        scheduled.remove(chain);
      }
    }
  }

  private void sweep() {
    if (!direct) {
      settle();
      roots.takeIfDue();
    }
  }

  private void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("Evidence could not be sealed; the sweep tries again in {} s", sweepSeconds, e);
    }
  }

  @Override
  public void start() {
    ScheduledThreadPoolExecutor threads =
        new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "socle-seal"));
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    threads.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    threads.scheduleWithFixedDelay(
        () -> quietly(this::sweep), sweepSeconds, sweepSeconds, TimeUnit.SECONDS);
    executor = threads;
  }

  @Override
  public void stop() {
    ScheduledExecutorService threads = executor;
    executor = null;
    if (threads != null) {
      threads.shutdown();
      awaitEnd(threads);
    }
  }

  private static void awaitEnd(ScheduledExecutorService threads) {
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }
}
