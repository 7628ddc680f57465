package org.socle.workflow.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;

/** Form handler of a process that people start; as a listener it refuses a start past the form. */
class CheckedStartForm extends DefaultStartFormHandler implements ExecutionListener {

  private final ObjectProvider<StartForms> forms;
  private final String processKey;
  private final TaskForms.FormRef form;

  CheckedStartForm(ObjectProvider<StartForms> forms, String processKey, TaskForms.FormRef form) {
    this.forms = forms;
    this.processKey = processKey;
    this.form = form;
    setDeploymentId(form.deploymentId());
  }

  @Override
  public void submitFormVariables(VariableMap properties, VariableScope variableScope) {
    forms.getObject().submit((ExecutionEntity) variableScope, processKey, form, properties);
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (!CheckedTasks.marked(execution.getProcessInstanceId())) {
      throw new IllegalStateException("Process " + processKey + " can be started by its form only");
    }
  }
}
