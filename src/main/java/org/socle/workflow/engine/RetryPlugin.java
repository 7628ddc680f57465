package org.socle.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.socle.tracking.Retries;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts {@link RetryInterceptor} around whatever the engine's API is asked to do. */
@Component
class RetryPlugin extends AbstractProcessEnginePlugin {

  private final RetryInterceptor interceptor;

  RetryPlugin(Retries retries, MessageSource messages) {
    this.interceptor = new RetryInterceptor(retries, messages);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<CommandInterceptor> others = engine.getCustomPreCommandInterceptorsTxRequired();
    List<CommandInterceptor> all = new ArrayList<>();
    all.add(interceptor);
    if (others != null) {
      all.addAll(others);
    }
    engine.setCustomPreCommandInterceptorsTxRequired(all);
  }
}
