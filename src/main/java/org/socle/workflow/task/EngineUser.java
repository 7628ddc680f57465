package org.socle.workflow.task;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.socle.tracking.Actor;
import org.springframework.stereotype.Component;

/**
 * Runs engine commands in an actor's name without the engine's authorization; the caller has
 * checked the actor.
 */
@Component
public class EngineUser {

  private final ProcessEngineConfigurationImpl engine;
  private final IdentityService identity;

  EngineUser(ProcessEngineConfigurationImpl engine, IdentityService identity) {
    this.engine = engine;
    this.identity = identity;
  }

  /** Runs a command; whoever was signed in at the engine before is so again afterwards. */
  public <T> T call(Actor actor, Supplier<T> command) {
    Authentication before = identity.getCurrentAuthentication();
    identity.setAuthentication(
        actor.accountId(), List.copyOf(actor.groups()), List.copyOf(actor.countries()));
    try {
      return engine
          .getCommandExecutorTxRequired()
          .execute(context -> context.runWithoutAuthorization(command::get));
    } finally {
      if (before == null) {
        identity.clearAuthentication();
      } else {
        identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
      }
    }
  }
}
