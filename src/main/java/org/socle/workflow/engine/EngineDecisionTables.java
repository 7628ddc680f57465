package org.socle.workflow.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Input;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.DecisionTables;
import org.springframework.stereotype.Component;

/** Decision tables as deployed, without tenant: a rule belongs to every country. */
@Component
class EngineDecisionTables implements DecisionTables {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private final RepositoryService repository;
  private final DecisionService decisions;
  private final ProcessEngineConfigurationImpl engine;

  EngineDecisionTables(
      RepositoryService repository,
      DecisionService decisions,
      ProcessEngineConfigurationImpl engine) {
    this.repository = repository;
    this.decisions = decisions;
    this.engine = engine;
  }

  @Override
  public Map<String, Integer> currentVersions() {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () -> {
                      List<DecisionDefinition> newest =
                          repository
                              .createDecisionDefinitionQuery()
                              .latestVersion()
                              .withoutTenantId()
                              .listPage(0, EngineSettings.QUERY_LIMIT);
                      Map<String, Integer> versions = new TreeMap<>();
                      newest.forEach(
                          definition -> versions.put(definition.getKey(), definition.getVersion()));
                      return versions;
                    }));
  }

  @Override
  public List<String> inputValues(String key, String input) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(() -> listed(key, input)));
  }

  private List<String> listed(String key, String input) {
    DecisionDefinition newest =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(key)
            .latestVersion()
            .withoutTenantId()
            .singleResult();
    return newest == null
        ? List.of()
        : repository
            .getDmnModelInstance(newest.getId())
            .getModelElementsByType(Input.class)
            .stream()
            .filter(column -> column.getInputValues() != null)
            .filter(column -> input.equals(column.getInputExpression().getText().getTextContent()))
            .flatMap(
                column ->
                    QUOTED
                        .matcher(column.getInputValues().getText().getTextContent())
                        .results()
                        .map(found -> found.group(1)))
            .toList();
  }

  @Override
  public List<Map<String, Object>> evaluate(
      String key, int version, Map<String, ? extends @Nullable Object> inputs) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () ->
                        decisions
                            .evaluateDecisionTableByKey(key)
                            .decisionDefinitionWithoutTenantId()
                            .version(version)
                            .variables(new HashMap<>(inputs))
                            .evaluate()
                            .getResultList()));
  }
}
