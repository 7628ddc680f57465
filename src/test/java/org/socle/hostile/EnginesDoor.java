package org.socle.hostile;

import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;

/**
 * The engine's REST asks the last engine that was started in this JVM; a test borrows its place.
 */
final class EnginesDoor {

  private @Nullable ProcessEngine other;
  private @Nullable ProcessEngine mine;

  void take(ProcessEngine engine) {
    other =
        RuntimeContainerDelegate.INSTANCE.get().getProcessEngineService().getDefaultProcessEngine();
    mine = engine;
    change(other, mine);
  }

  void giveBack() {
    change(mine, other);
  }

  private static void change(@Nullable ProcessEngine from, @Nullable ProcessEngine to) {
    if (from != null && to != null && from != to) {
      RuntimeContainerDelegate container = RuntimeContainerDelegate.INSTANCE.get();
      container.unregisterProcessEngine(from);
      container.registerProcessEngine(to);
    }
  }
}
