package org.socle.api;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** While a test class runs, the engine's REST asks the engine of the live program. */
public final class LiveEngine implements BeforeAllCallback, AfterAllCallback {

  private final EnginesDoor door = new EnginesDoor();

  @Override
  public void beforeAll(ExtensionContext context) {
    door.take(LiveProgram.bean(ProcessEngine.class));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    door.giveBack();
  }
}
