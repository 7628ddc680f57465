package org.socle.workflow;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the next attempts of a step fail as the database or the engine would let them. */
public final class Faults {

  private final JdbcClient jdbc;
  private final Queue<Runnable> next = new ConcurrentLinkedQueue<>();
  private final AtomicInteger attempts = new AtomicInteger();

  Faults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Forgets what was planned and counted. */
  public void clear() {
    next.clear();
    attempts.set(0);
  }

  /** The next attempt fails in PostgreSQL with this SQL state. */
  public void sql(String state) {
    next.add(
        () ->
            jdbc.sql("do $$ begin raise exception 'forced' using errcode = '" + state + "'; end $$")
                .update());
  }

  /** The next attempt finds a row of the engine changed. */
  public void versions() {
    fail(() -> new OptimisticLockingException("forced"));
  }

  /** The next attempt fails with this exception. */
  public void fail(Supplier<? extends RuntimeException> exception) {
    next.add(
        () -> {
          throw exception.get();
        });
  }

  /** How often a step was tried. */
  public int attempts() {
    return attempts.get();
  }

  /** A step is tried. */
  void strike() {
    attempts.incrementAndGet();
    Runnable fault = next.poll();
    if (fault != null) {
      fault.run();
    }
  }
}
