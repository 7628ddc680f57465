package org.socle.workflow.task;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;

/** Form handler of every user task: sent values are checked and never become variables. */
class CheckedTaskForm extends DefaultTaskFormHandler {

  private final ObjectProvider<TaskForms> forms;
  private final TaskForms.FormRef form;

  CheckedTaskForm(ObjectProvider<TaskForms> forms, TaskForms.FormRef form) {
    this.forms = forms;
    this.form = form;
    setDeploymentId(form.deploymentId());
  }

  @Override
  public void submitFormVariables(VariableMap properties, VariableScope variableScope) {
    forms.getObject().submit((TaskEntity) variableScope, form, properties);
  }
}
