package org.socle.workflow.engine;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;
import org.socle.workflow.task.Passport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the engine keeps: processes, activities, tasks, incidents, failed jobs, operations, and only
 * the variables that a passport names. The record itself lives in our own tables; a removed
 * variable would stay in the engine's history.
 */
@Component
public class SocleHistoryLevel extends AbstractHistoryLevel {

  static final String NAME = "socle";
  static final int ID = 20;

  private static final Set<HistoryEventTypes> NEVER =
      EnumSet.of(
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
          HistoryEventTypes.FORM_PROPERTY_UPDATE,
          HistoryEventTypes.DMN_DECISION_EVALUATE,
          HistoryEventTypes.IDENTITY_LINK_ADD,
          HistoryEventTypes.IDENTITY_LINK_DELETE,
          HistoryEventTypes.JOB_CREATE,
          HistoryEventTypes.JOB_SUCCESS,
          HistoryEventTypes.JOB_DELETE);
  private static final Set<HistoryEventTypes> VARIABLES =
      EnumSet.of(
          HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
          HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
          HistoryEventTypes.VARIABLE_INSTANCE_DELETE);

  private final ObjectProvider<Passport> passports;
  private volatile @Nullable Map<String, Set<String>> named;

  SocleHistoryLevel(ObjectProvider<Passport> passports) {
    this.passports = passports;
  }

  @Override
  public int getId() {
    return ID;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
    if (NEVER.contains(type)) {
      return false;
    }
    return !(entity instanceof VariableInstanceEntity variable)
        || !VARIABLES.contains(type)
        || kept(variable);
  }

  private boolean kept(VariableInstanceEntity variable) {
    String definitionId = variable.getProcessDefinitionId();
    if (definitionId == null) {
      return false;
    }
    String processKey =
        Context.getProcessEngineConfiguration()
            .getDeploymentCache()
            .findDeployedProcessDefinitionById(definitionId)
            .getKey();
    return named().getOrDefault(processKey, Set.of()).contains(variable.getName());
  }

  /** Passports are looked up late: their package may need the engine. */
  private Map<String, Set<String>> named() {
    Map<String, Set<String>> known = named;
    if (known == null) {
      Map<String, Set<String>> collected = new HashMap<>();
      passports.forEach(
          passport -> collected.put(passport.processKey(), passport.historicVariables()));
      known = Map.copyOf(collected);
      named = known;
    }
    return known;
  }
}
