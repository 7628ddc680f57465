package org.socle.workflow.task;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.socle.tracking.Duties;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.FormSchema;
import org.socle.tracking.Forms;
import org.springframework.stereotype.Component;

/** Forms in the version that is deployed with the process of their task. */
@Component
class EngineForms implements Forms {

  private final Duties duties;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;
  private final FormLibrary library;
  private final CountryOptions countries;

  EngineForms(
      Duties duties,
      TaskService tasks,
      RepositoryService repository,
      ProcessEngineConfigurationImpl engine,
      FormLibrary library,
      CountryOptions countries) {
    this.duties = duties;
    this.tasks = tasks;
    this.repository = repository;
    this.engine = engine;
    this.library = library;
    this.countries = countries;
  }

  @Override
  public FormSchema ofDuty(String dutyId) {
    Duties.Duty duty =
        duties.find(dutyId).orElseThrow(() -> new DutyClosedException(dutyId, "unknown"));
    Task task = tasks.createTaskQuery().taskId(duty.taskId()).singleResult();
    if (!"open".equals(duty.state()) || task == null) {
      throw new DutyClosedException(dutyId, duty.state());
    }
    return schema(repository.getProcessDefinition(task.getProcessDefinitionId()), duty.form());
  }

  @Override
  public FormSchema ofStart(String processKey) {
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(processKey)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new IllegalArgumentException("No process " + processKey);
    }
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              String formId =
                  engine
                      .getDeploymentCache()
                      .findDeployedProcessDefinitionById(definition.getId())
                      .getStartFormDefinition()
                      .getCamundaFormDefinitionKey()
                      .getExpressionText();
              return countries.fill(library.form(definition.getDeploymentId(), formId)).schema();
            });
  }

  private FormSchema schema(ProcessDefinition definition, String formId) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> library.form(definition.getDeploymentId(), formId).schema());
  }
}
