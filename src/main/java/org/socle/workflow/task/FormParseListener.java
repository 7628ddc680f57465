package org.socle.workflow.task;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.DelegateStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts the form handler and the task listener on every user task, and the form handler on every
 * start form.
 */
class FormParseListener extends AbstractBpmnParseListener {

  private final ObjectProvider<TaskForms> taskForms;
  private final ObjectProvider<StartForms> startForms;
  private final ObjectProvider<TaskDuties> duties;

  FormParseListener(
      ObjectProvider<TaskForms> taskForms,
      ObjectProvider<StartForms> startForms,
      ObjectProvider<TaskDuties> duties) {
    this.taskForms = taskForms;
    this.startForms = startForms;
    this.duties = duties;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ProcessDefinitionEntity process = (ProcessDefinitionEntity) scope.getProcessDefinition();
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    TaskForms.FormRef form = new TaskForms.FormRef(process.getDeploymentId(), formRef(element));
    task.setTaskFormHandler(
        new DelegateTaskFormHandler(new CheckedTaskForm(taskForms, form), deployment(process)));
    TaskLifecycleListener listener =
        new TaskLifecycleListener(duties, model(element, process, form));
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, listener);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, listener);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, listener);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, listener);
  }

  @Override
  public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl startEvent) {
    String formId = formRef(element);
    if (scope instanceof ProcessDefinitionEntity process && !formId.isEmpty()) {
      TaskForms.FormRef form = new TaskForms.FormRef(process.getDeploymentId(), formId);
      CheckedStartForm handler = new CheckedStartForm(startForms, process.getKey(), form);
      process.setStartFormHandler(new DelegateStartFormHandler(handler, deployment(process)));
      startEvent.addBuiltInListener(ExecutionListener.EVENTNAME_START, handler);
    }
  }

  private static TaskDuties.TaskModel model(
      Element element, ProcessDefinitionEntity process, TaskForms.FormRef form) {
    Element documentation = element.element("documentation");
    return new TaskDuties.TaskModel(
        process.getKey(),
        form.formId(),
        property(element, "term"),
        element.attribute("name", element.attribute("id")),
        documentation == null ? "" : documentation.getText().strip());
  }

  private static String formRef(Element element) {
    String form = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef");
    return form == null ? "" : form;
  }

  private static String property(Element element, String name) {
    Element extensions = element.element("extensionElements");
    Element properties =
        extensions == null
            ? null
            : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
    if (properties == null) {
      return "";
    }
    return properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
        .filter(property -> name.equals(property.attribute("name")))
        .map(property -> property.attribute("value"))
        .findFirst()
        .orElse("");
  }

  /** The engine's handlers need nothing of a deployment but its id. */
  private static DeploymentEntity deployment(ProcessDefinitionEntity process) {
    DeploymentEntity deployment = new DeploymentEntity();
    deployment.setId(process.getDeploymentId());
    return deployment;
  }
}
