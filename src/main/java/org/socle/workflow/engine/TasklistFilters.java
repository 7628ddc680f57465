package org.socle.workflow.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the Tasklist's ready filters, the same at every start; a name is one stored string, so it
 * speaks three languages.
 */
@Component
class TasklistFilters implements SmartInitializingSingleton {

  private static final String[] CONTRIBUTIONS = {
    "support-request-agency-answer",
    "working-group-nomination",
    "dialogue-round-position",
    "validation-opinion",
    "validation-condition"
  };

  /** The only expressions that a stored filter may carry: who asks, and when. */
  private static final Set<String> ALLOWED =
      Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

  private final FilterService filters;
  private final TaskService tasks;

  TasklistFilters(FilterService filters, TaskService tasks) {
    this.filters = filters;
    this.tasks = tasks;
  }

  @Override
  public void afterSingletonsInstantiated() {
    keep(
        10,
        "My tasks · Mes tâches · Mis tareas",
        "#0b5cad",
        tasks
            .createTaskQuery()
            .or()
            .taskAssigneeExpression("${currentUser()}")
            .taskCandidateGroupInExpression("${currentUserGroups()}")
            .endOr());
    keep(
        20,
        "Request · Demande · Solicitud",
        "#4a6fa5",
        phase("support-request", "support-request-agency-answer"));
    keep(
        30,
        "Working group · Groupe de travail · Grupo de trabajo",
        "#4a6fa5",
        phase("working-group", "working-group-nomination"));
    keep(
        40,
        "Dialogue · Dialogue · Diálogo",
        "#4a6fa5",
        phase("dialogue-round", "dialogue-round-position"));
    keep(
        50,
        "Validation · Validation · Validación",
        "#4a6fa5",
        phase("validation", "validation-opinion", "validation-condition"));
    keep(
        60,
        "Overdue · En retard · Con retraso",
        "#b10e1e",
        tasks.createTaskQuery().active().dueBeforeExpression("${now()}"));
    keep(
        70,
        "Waiting for stakeholders · En attente des parties · A la espera de las partes",
        "#6b6b6b",
        phase(CONTRIBUTIONS));
    refuseOtherExpressions();
  }

  /** A filter that somebody else has stored is evaluated whenever a person opens the Tasklist. */
  private void refuseOtherExpressions() {
    filters
        .createFilterQuery()
        .unlimitedList()
        .forEach(
            filter ->
                expressions(filter.getQuery())
                    .filter(expression -> !ALLOWED.contains(expression))
                    .findFirst()
                    .ifPresent(
                        other -> {
                          throw new IllegalStateException(
                              "The filter \""
                                  + filter.getName()
                                  + "\" holds the expression "
                                  + other
                                  + "; remove it from the engine's table act_ru_filter");
                        }));
  }

  private static Stream<String> expressions(Query<?, ?> query) {
    if (!(query instanceof TaskQueryImpl tasks)) {
      return query instanceof AbstractQuery<?, ?> other
          ? other.getExpressions().values().stream()
          : Stream.empty();
    }
    // The query is its own first part; the nested ones follow.
    return tasks.getQueries().stream().flatMap(part -> part.getExpressions().values().stream());
  }

  private TaskQuery phase(String... processKeys) {
    return tasks.createTaskQuery().processDefinitionKeyIn(processKeys);
  }

  private void keep(int priority, String name, String color, TaskQuery query) {
    Filter known = filters.createFilterQuery().filterName(name).singleResult();
    Filter filter = known == null ? filters.newTaskFilter(name) : known;
    filter.setQuery(query.orderByDueDate().asc());
    filter.setProperties(properties(priority, color));
    filters.saveFilter(filter);
  }

  private static Map<String, Object> properties(int priority, String color) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("priority", priority);
    properties.put("color", color);
    properties.put("refresh", true);
    properties.put("showUndefinedVariable", false);
    properties.put(
        "variables",
        List.of(
            Map.of("name", "institution", "label", "Institution · Institution · Institución"),
            Map.of("name", "caseReference", "label", "Case · Dossier · Caso"),
            Map.of("name", "country", "label", "Country · Pays · País")));
    return properties;
  }
}
