package org.socle.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tidies up what people left behind: releases claims that are older than a day, so that a forgotten
 * one does not lie on a duty, and forgets forms that nobody sends again.
 */
@Component
class ClaimSweep implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimSweep.class);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final ObjectProvider<Claims> claims;
  private final Submissions submissions;
  private final Joins joins;
  private final Clock clock;
  private final long sweepSeconds;
  private volatile @Nullable ScheduledExecutorService executor;

  ClaimSweep(
      JdbcClient jdbc,
      ObjectProvider<Claims> claims,
      Submissions submissions,
      Joins joins,
      Clock clock,
      @Value("${socle.tracking.claim-sweep-seconds:600}") long sweepSeconds) {
    this.jdbc = jdbc;
    this.claims = claims;
    this.submissions = submissions;
    this.joins = joins;
    this.clock = clock;
    this.sweepSeconds = sweepSeconds;
  }

  /** Releases every claim that is older than a day; returns how many there were. */
  int release() {
    List<String> old =
        jdbc.sql(
                """
                select task_id from duty
                where state = 'open' and claimed_by is not null and claimed_at <= :before
                order by claimed_at limit 500
                """)
            .param("before", clock.instant().minus(LONGEST).atOffset(ZoneOffset.UTC))
            .query(String.class)
            .list();
    old.forEach(claims.getObject()::release);
    return old.size();
  }

  // A replay or a test runs by its own clock and has nothing to tidy up.
  private void sweep() {
    try {
      if (!joins.direct()) {
        release();
        submissions.forget();
      }
    } catch (RuntimeException e) {
      LOG.warn("The sweep for claims and forms failed; it runs again in {} s", sweepSeconds, e);
    }
  }

  @Override
  public void start() {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "socle-claims"));
    thread.scheduleWithFixedDelay(this::sweep, sweepSeconds, sweepSeconds, TimeUnit.SECONDS);
    executor = thread;
  }

  @Override
  public void stop() {
    ScheduledExecutorService thread = executor;
    executor = null;
    if (thread != null) {
      thread.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }
}
