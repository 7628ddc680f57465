package org.socle.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.CaseDiagrams;
import org.springframework.stereotype.Component;

/** Reads the course of a case from the engine's history, and its models from its definitions. */
@Component
class EngineDiagrams implements CaseDiagrams {

  private static final String ROOT = "national-process";
  private static final int PAGE = EngineSettings.QUERY_LIMIT;

  private final HistoryService history;
  private final RepositoryService repository;

  EngineDiagrams(HistoryService history, RepositoryService repository) {
    this.history = history;
    this.repository = repository;
  }

  @Override
  public Optional<Course> course(String caseId, @Nullable String process) {
    Map<String, HistoricProcessInstance> runs = runs(caseId);
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    HistoricProcessInstance run = runs.get(process);
    if (run == null) {
      run = standsIn(runs);
    }
    List<Passage> passed = passed(run);
    return Optional.of(
        new Course(
            List.copyOf(runs.keySet()), run.getProcessDefinitionKey(), passed, ahead(run, passed)));
  }

  @Override
  public Optional<String> diagram(String caseId, String process) {
    return Optional.ofNullable(runs(caseId).get(process))
        .map(run -> xml(run.getProcessDefinitionId()));
  }

  /** The last run of each process of the case, by key; contributions are roots of their own. */
  private Map<String, HistoricProcessInstance> runs(String caseId) {
    Map<String, HistoricProcessInstance> runs = new LinkedHashMap<>();
    history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseId)
        .processDefinitionKey(ROOT)
        .listPage(0, 1)
        .forEach(root -> family(root).forEach(run -> runs.put(run.getProcessDefinitionKey(), run)));
    return runs;
  }

  private List<HistoricProcessInstance> family(HistoricProcessInstance root) {
    List<HistoricProcessInstance> called =
        new ArrayList<>(
            history
                .createHistoricProcessInstanceQuery()
                .rootProcessInstanceId(root.getId())
                .listPage(0, PAGE));
    // A called process may begin in the same millisecond as the one that calls it.
    called.sort(
        Comparator.comparing((HistoricProcessInstance run) -> !run.getId().equals(root.getId()))
            .thenComparing(HistoricProcessInstance::getStartTime));
    return called;
  }

  private static HistoricProcessInstance standsIn(Map<String, HistoricProcessInstance> runs) {
    List<HistoricProcessInstance> all = List.copyOf(runs.values());
    return all.stream()
        .filter(run -> run.getEndTime() == null)
        .reduce((earlier, later) -> later)
        .orElse(all.get(0));
  }

  private List<Passage> passed(HistoricProcessInstance run) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(run.getId())
        .orderPartiallyByOccurrence()
        .asc()
        .orderByHistoricActivityInstanceStartTime()
        .asc()
        .listPage(0, PAGE)
        .stream()
        .filter(activity -> shown(activity.getActivityType()))
        .map(EngineDiagrams::passage)
        .toList();
  }

  private static boolean shown(String type) {
    return !type.endsWith("Gateway") && !type.equals("multiInstanceBody");
  }

  private static Passage passage(HistoricActivityInstance activity) {
    return new Passage(
        activity.getActivityId(),
        activity.getStartTime().toInstant(),
        activity.getEndTime() == null ? null : activity.getEndTime().toInstant());
  }

  private List<String> ahead(HistoricProcessInstance run, List<Passage> passed) {
    return passed.stream()
        .filter(step -> step.until() == null)
        .map(Passage::element)
        .reduce((earlier, later) -> later)
        .map(
            element ->
                WayAhead.of(repository.getBpmnModelInstance(run.getProcessDefinitionId()), element))
        .orElse(List.of());
  }

  private String xml(String definitionId) {
    try (InputStream model = repository.getProcessModel(definitionId)) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
