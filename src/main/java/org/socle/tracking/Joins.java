package org.socle.tracking;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Joins askings after the transaction that may have given the last answer.
 *
 * <p>Two last answers at the same moment each miss the other before commit; so counting starts
 * after commit, on another thread because the after-commit callback still holds its connection, and
 * a sweep stands behind it. In direct mode (replay, process tests) joins wait until {@link
 * #settle()} runs them in the calling thread.
 */
@Component
public class Joins implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Joins.class);

  /** Answers of the same moment are counted together: a storm of 200 costs 12 counts, not 200. */
  private static final long GATHER_MILLIS = 50;

  private final ObjectProvider<JoinRun> run;
  private final boolean alwaysDirect;
  private final long sweepSeconds;
  private final Set<String> scheduled = ConcurrentHashMap.newKeySet();
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private volatile boolean direct;
  private volatile @Nullable ScheduledExecutorService executor;

  Joins(
      ObjectProvider<JoinRun> run,
      @Value("${socle.tracking.join-direct:false}") boolean direct,
      @Value("${socle.tracking.sweep-seconds:30}") long sweepSeconds) {
    this.run = run;
    this.alwaysDirect = direct;
    this.direct = direct;
    this.sweepSeconds = sweepSeconds;
  }

  /**
   * Chooses whether joins wait for {@link #settle()} or run by themselves; what waits is handed
   * over.
   */
  public void direct(boolean on) {
    direct = on || alwaysDirect;
    if (!direct) {
      for (String id = waiting.poll(); id != null; id = waiting.poll()) {
        schedule(id);
      }
    }
  }

  /** Whether joins wait for {@link #settle()}. */
  boolean direct() {
    return direct;
  }

  /**
   * Runs the waiting joins in the calling thread, which must not be in a transaction; returns how
   * many ran.
   */
  public int settle() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return 0;
    }
    int count = 0;
    for (String id = waiting.poll(); id != null; id = waiting.poll()) {
      run.getObject().join(id);
      count++;
    }
    return count;
  }

  /** Looks at an asking again as soon as the current transaction has been committed. */
  void afterCommit(String askingId) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            schedule(askingId);
          }
        });
  }

  private void schedule(String askingId) {
    ScheduledExecutorService threads = executor;
    if (direct) {
      waiting.add(askingId);
    } else if (threads != null && scheduled.add(askingId)) {
      submit(threads, askingId);
    }
  }

  private void submit(ScheduledExecutorService threads, String askingId) {
    try {
      threads.schedule(
          () -> {
            scheduled.remove(askingId);
            quietly(askingId);
          },
          GATHER_MILLIS,
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The program is stopping; the next start's sweep joins it.
      scheduled.remove(askingId);
    }
  }

  private void sweep() {
    if (!direct) {
      run.getObject().pending().forEach(this::quietly);
    }
  }

  private void quietly(String askingId) {
    try {
      run.getObject().join(askingId);
    } catch (RuntimeException e) {
      LOG.warn("Asking {} could not be joined; the sweep tries again", askingId, e);
    }
  }

  private void sweepQuietly() {
    try {
      sweep();
    } catch (RuntimeException e) {
      LOG.warn("The sweep for askings failed; it runs again in {} s", sweepSeconds, e);
    }
  }

  @Override
  public void start() {
    ScheduledThreadPoolExecutor threads =
        new ScheduledThreadPoolExecutor(2, work -> new Thread(work, "socle-join"));
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    threads.scheduleWithFixedDelay(
        this::sweepQuietly, sweepSeconds, sweepSeconds, TimeUnit.SECONDS);
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
