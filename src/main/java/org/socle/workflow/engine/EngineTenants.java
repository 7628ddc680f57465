package org.socle.workflow.engine;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.socle.security.EngineObjects;
import org.springframework.stereotype.Component;

/** Reads the tenant of tasks and instances before anybody is signed in at the engine. */
@Component
class EngineTenants implements EngineObjects {

  private final TaskService tasks;
  private final RuntimeService runtime;

  EngineTenants(TaskService tasks, RuntimeService runtime) {
    this.tasks = tasks;
    this.runtime = runtime;
  }

  @Override
  public Optional<String> countryOf(String kind, String id) {
    return "task".equals(kind)
        ? Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
            .map(Task::getTenantId)
        : Optional.ofNullable(runtime.createExecutionQuery().executionId(id).singleResult())
            .map(Execution::getTenantId);
  }
}
