package org.socle.workflow.engine;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Writes, at every start, the same few authorization rows: for role groups, never for people or
 * single tasks.
 */
@Component
class RoleAuthorizations implements SmartInitializingSingleton {

  private static final String COORDINATOR = "role-coordinator";
  private static final String ADMINISTRATOR = "camunda-admin";
  private static final String EVERY = "*";

  private final AuthorizationService authorizations;

  RoleAuthorizations(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  @Override
  public void afterSingletonsInstantiated() {
    grant(COORDINATOR, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grant(COORDINATOR, Resources.FILTER, EVERY, Permissions.READ);
    // Assigning gives a claim back; the guard of the engine's API lets nobody name somebody else.
    grant(
        COORDINATOR,
        Resources.TASK,
        EVERY,
        TaskPermissions.READ,
        TaskPermissions.TASK_WORK,
        TaskPermissions.TASK_ASSIGN);
    grant(COORDINATOR, Resources.PROCESS_DEFINITION, EVERY, ProcessDefinitionPermissions.READ);
    grant(
        COORDINATOR,
        Resources.PROCESS_DEFINITION,
        "national-process",
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.CREATE_INSTANCE);
    grant(COORDINATOR, Resources.PROCESS_INSTANCE, EVERY, Permissions.CREATE);
    for (Resources resource : Resources.values()) {
      grant(ADMINISTRATOR, resource, EVERY, Permissions.ALL);
    }
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    Authorization row =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(Authorization.AUTH_TYPE_GRANT)
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .singleResult();
    Authorization wanted = row == null ? fresh(group, resource, id) : row;
    wanted.setPermissions(permissions);
    authorizations.saveAuthorization(wanted);
  }

  private Authorization fresh(String group, Resource resource, String id) {
    Authorization row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    row.setGroupId(group);
    row.setResource(resource);
    row.setResourceId(id);
    return row;
  }
}
