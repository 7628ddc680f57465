package org.socle.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socle.evidence.Published;
import org.socle.nationalprocess.Cases;
import org.socle.security.SampleAccounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Loads the two cases of the demo once per database, before the web and the jobs start. */
@Component
@ConditionalOnProperty("socle.demo")
class DemoCases implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
  private static final String PHILIPPINES = "/demo/philippines-2014.yaml";

  private final Replay replay;
  private final Published published;
  private final Cases cases;
  private final TrainingCase training;
  private boolean running;

  DemoCases(Replay replay, Published published, Cases cases, TrainingCase training) {
    this.replay = replay;
    this.published = published;
    this.cases = cases;
    this.training = training;
  }

  @Override
  public void start() {
    byte[] file = read();
    if (!loaded(file)) {
      LOG.info("Carrying the Philippine process of 2014 to 2023 through the models");
      replay.run(file, line -> LOG.debug("{}", line));
    }
    training.load(line -> LOG.debug("{}", line));
    running = true;
  }

  private boolean loaded(byte[] file) {
    return published
        .caseOfFile(Hash.sha256(file))
        .filter(caseId -> !cases.get(caseId).running())
        .isPresent();
  }

  private static byte[] read() {
    try (InputStream in = DemoCases.class.getResourceAsStream(PHILIPPINES)) {
      if (in == null) {
        throw new IllegalStateException("The program is packed without " + PHILIPPINES);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return SampleAccounts.PHASE + 100;
  }
}
