package org.socle.workflow.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Published;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.tracking.Actor;
import org.socle.tracking.Joins;
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
  private final Published published;
  private final Joins joins;
  private final TransactionTemplate transaction;

  EngineFlow(
      FormService forms,
      RepositoryService repository,
      EngineUser user,
      Published published,
      Joins joins,
      PlatformTransactionManager transactions) {
    this.forms = forms;
    this.repository = repository;
    this.user = user;
    this.published = published;
    this.joins = joins;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public String submitRequest(Map<String, ?> values, Actor actor) {
    return submit(values, actor, null);
  }

  @Override
  public String submitPublished(Map<String, ?> values, Actor actor, PublishedFile file) {
    return submit(values, actor, file);
  }

  private String submit(Map<String, ?> values, Actor actor, @Nullable PublishedFile file) {
    String caseId = UUID.randomUUID().toString();
    transaction.executeWithoutResult(status -> {
      if (file != null) {
        published.carry(caseId, file.hash(), file.sources());
      }
      user.call(actor, () -> forms.submitStartForm(definitionId(), caseId, new HashMap<>(values)));
    });
    joins.settle();
    return caseId;
  }

  private String definitionId() {
    ProcessDefinition definition = repository.createProcessDefinitionQuery()
        .processDefinitionKey(PROCESS)
        .latestVersion()
        .singleResult();
    if (definition == null) {
      throw new IllegalStateException("The process " + PROCESS + " is not deployed");
    }
    return definition.getId();
  }
}
