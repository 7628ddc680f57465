package org.socle.security;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Listens to one logger while a test runs. */
public final class LogLines implements AutoCloseable {

  private final Logger logger;
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

  private final @Nullable Level before;

  /** Listens to the logger with a name. */
  public LogLines(String logger) {
    this.logger = (Logger) LoggerFactory.getLogger(logger);
    this.before = this.logger.getLevel();
    // The console of the tests shows warnings only.
    this.logger.setLevel(Level.INFO);
    heard.start();
    this.logger.addAppender(heard);
  }

  /** Level and text of every line so far. */
  public List<String> all() {
    return List.copyOf(heard.list).stream()
        .map(line -> line.getLevel() + " " + line.getFormattedMessage())
        .toList();
  }

  /** How many lines there are. */
  public int size() {
    return heard.list.size();
  }

  /** Level and text of the last line. */
  public String last() {
    ILoggingEvent line = heard.list.get(size() - 1);
    return line.getLevel() + " " + line.getFormattedMessage();
  }

  @Override
  public void close() {
    logger.detachAppender(heard);
    logger.setLevel(before);
  }
}
