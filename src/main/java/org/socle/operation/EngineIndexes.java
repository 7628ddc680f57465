package org.socle.operation;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Adds the indexes that the engine's tables lack, in a history of its own, once the engine has made
 * its tables.
 */
@Component
class EngineIndexes implements SmartLifecycle {

  private final DataSource dataSource;
  private boolean running;

  EngineIndexes(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void start() {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/engine")
        .table("flyway_engine_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the demo is loaded and before the web opens. */
  @Override
  public int getPhase() {
    return -100;
  }
}
