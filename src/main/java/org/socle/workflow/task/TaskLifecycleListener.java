package org.socle.workflow.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;

/** The one task listener: passes creation, claim, completion and deletion of every user task on. */
class TaskLifecycleListener implements TaskListener {

  private final ObjectProvider<TaskDuties> duties;
  private final TaskDuties.TaskModel model;

  TaskLifecycleListener(ObjectProvider<TaskDuties> duties, TaskDuties.TaskModel model) {
    this.duties = duties;
    this.model = model;
  }

  @Override
  public void notify(DelegateTask delegateTask) {
    TaskEntity task = (TaskEntity) delegateTask;
    switch (delegateTask.getEventName()) {
      case EVENTNAME_CREATE -> duties.getObject().created(task, model);
      case EVENTNAME_ASSIGNMENT -> duties.getObject().assigned(task);
      case EVENTNAME_COMPLETE -> duties.getObject().completed(task);
      case EVENTNAME_DELETE -> duties.getObject().deleted(task);
      default -> throw new IllegalStateException("Not listened to: " + delegateTask.getEventName());
    }
  }
}
