package org.socle.workflow.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.socle.tracking.Askings.Asking;
import org.socle.tracking.Askings.Recipient;
import org.socle.tracking.Contributions;
import org.springframework.stereotype.Component;

/** Contributions as process instances of their own. */
@Component
class EngineContributions implements Contributions {

  private final ProcessEngineConfigurationImpl engine;
  private final RuntimeService runtime;

  EngineContributions(ProcessEngineConfigurationImpl engine, RuntimeService runtime) {
    this.engine = engine;
    this.runtime = runtime;
  }

  @Override
  public void start(String askingId, Asking asking) {
    inEngine(
        context -> {
          String definitionId = definitionId(context, asking);
          asking
              .recipients()
              .forEach(recipient -> start(definitionId, askingId, asking, recipient));
          return null;
        });
  }

  private void start(String definitionId, String askingId, Asking asking, Recipient recipient) {
    Map<String, Object> variables = new HashMap<>(recipient.variables());
    variables.put("country", asking.country());
    variables.put("caseId", asking.caseId());
    variables.put("askingId", askingId);
    variables.put("candidateGroup", recipient.group());
    variables.put("dueDate", recipient.dueDate().toString());
    runtime
        .createMessageCorrelation(asking.startMessage())
        .processDefinitionId(definitionId)
        .processInstanceBusinessKey(asking.caseId())
        .setVariables(variables)
        .correlateStartMessage();
  }

  /**
   * The waiting instance may be younger than the last flush, so the engine's cache is asked, not a
   * query.
   */
  private static String definitionId(CommandContext context, Asking asking) {
    ExecutionEntity waiting =
        Objects.requireNonNull(
            context.getExecutionManager().findExecutionById(asking.waitingInstanceId()),
            "The waiting instance exists");
    String deploymentId =
        ((ProcessDefinitionEntity) waiting.getProcessDefinition()).getDeploymentId();
    ProcessDefinitionEntity definition =
        context
            .getProcessDefinitionManager()
            .findProcessDefinitionByDeploymentAndKey(deploymentId, asking.processKey());
    if (definition == null) {
      throw new IllegalStateException(
          "Deployment " + deploymentId + " has no process " + asking.processKey());
    }
    return definition.getId();
  }

  @Override
  public void end(List<String> processInstanceIds) {
    if (!processInstanceIds.isEmpty()) {
      inEngine(
          context -> {
            runtime.deleteProcessInstancesIfExists(
                processInstanceIds, TaskDuties.ASKING_CLOSED, false, true, false);
            return null;
          });
    }
  }

  @Override
  public boolean join(String waitingInstanceId, String message) {
    try {
      runtime.createMessageCorrelation(message).processInstanceId(waitingInstanceId).correlate();
      return true;
    } catch (MismatchingMessageCorrelationException e) {
      return false;
    } catch (RuntimeException e) {
      throw EngineErrors.retryable(e);
    }
  }

  private <T> void inEngine(Command<T> command) {
    try {
      engine
          .getCommandExecutorTxRequired()
          .execute(context -> context.runWithoutAuthorization(command));
    } catch (RuntimeException e) {
      throw EngineErrors.retryable(e);
    }
  }
}
