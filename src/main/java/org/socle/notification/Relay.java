package org.socle.notification;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks into the outbox again and again while the web is open; a command sends nothing. */
@Component
@ConditionalOnWebApplication
class Relay implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  private final RelayRun run;
  private final MailServer server;
  private final long pause;
  private volatile @Nullable ScheduledExecutorService executor;

  Relay(RelayRun run, MailServer server, NotificationProperties settings) {
    this.run = run;
    this.server = server;
    this.pause = settings.sweep().toMillis();
  }

  private void sweep() {
    try {
      while (executor != null && run.run() > 0) {
        LOG.debug("A batch of mails was sent");
      }
    } catch (RuntimeException e) {
      LOG.warn("Mails could not be sent; the relay tries again in {} ms", pause, e);
    }
  }

  @Override
  public void start() {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "socle-mail"));
    executor = thread;
    if (server.configured()) {
      thread.scheduleWithFixedDelay(this::sweep, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void stop() {
    ScheduledExecutorService thread = executor;
    executor = null;
    if (thread != null) {
      thread.shutdown();
      awaitEnd(thread);
    }
  }

  private static void awaitEnd(ScheduledExecutorService thread) {
    try {
      thread.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }
}
