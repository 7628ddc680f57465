package org.socle.workflow.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.tracking.Actor;
import org.socle.tracking.Joins;
import org.socle.tracking.Retries;
import org.socle.workflow.task.EngineErrors;
import org.socle.workflow.task.EngineUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts national processes by their start form, in the actor's name. */
@Component
class EngineFlow implements NationalProcessFlow {

  private static final String PROCESS = "national-process";

  private final FormService forms;
  private final RepositoryService repository;
  private final EngineUser user;
  private final Retries retries;
  private final Joins joins;
  private final TransactionTemplate transaction;

  EngineFlow(
      FormService forms,
      RepositoryService repository,
      EngineUser user,
      Retries retries,
      Joins joins,
      PlatformTransactionManager transactions) {
    this.forms = forms;
    this.repository = repository;
    this.user = user;
    this.retries = retries;
    this.joins = joins;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public String submitRequest(Map<String, ?> values, Actor actor) {
    return submitRequest(UUID.randomUUID().toString(), values, actor);
  }

  @Override
  public String submitRequest(String caseId, Map<String, ?> values, Actor actor) {
    retries.call(() -> transaction.execute(status -> start(caseId, values, actor)));
    joins.settle();
    return caseId;
  }

  private String start(String caseId, Map<String, ?> values, Actor actor) {
    try {
      return user.call(
          actor,
          () -> forms.submitStartForm(definitionId(), caseId, new HashMap<>(values)).getId());
    } catch (RuntimeException e) {
      throw EngineErrors.translate(e, caseId);
    }
  }

  private String definitionId() {
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(PROCESS)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new IllegalStateException("The process " + PROCESS + " is not deployed");
    }
    return definition.getId();
  }
}
