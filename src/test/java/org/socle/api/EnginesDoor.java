package org.socle.api;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.jspecify.annotations.Nullable;

/**
 * The engine's web applications ask the engine that was started last in this JVM under its name; a
 * test borrows its place.
 */
public final class EnginesDoor {

  private @Nullable ProcessEngine other;
  private @Nullable ProcessEngine mine;

  /** Takes the place for an engine until it is given back. */
  public void take(ProcessEngine engine) {
    other = ProcessEngines.getProcessEngine(engine.getName(), false);
    mine = engine;
    change(other, mine);
  }

  /** Lets the engine that was there before answer again. */
  public void giveBack() {
    change(mine, other);
  }

  private static void change(@Nullable ProcessEngine from, @Nullable ProcessEngine to) {
    if (to != null && from != to) {
      if (from != null) {
        ProcessEngines.unregister(from);
      }
      ProcessEngines.registerProcessEngine(to);
    }
  }
}
