package org.socle.workflow.task;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.Joins;
import org.socle.tracking.Retries;
import org.socle.tracking.TaskCompletion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Completes duties by submitting the form of their task in the actor's name. */
@Component
class EngineTaskCompletion implements TaskCompletion {

  static final String STAFF = "role-coordinator";

  private final Duties duties;
  private final TaskService tasks;
  private final FormService forms;
  private final EngineUser user;
  private final Retries retries;
  private final Joins joins;
  private final TransactionTemplate transaction;

  EngineTaskCompletion(
      Duties duties,
      TaskService tasks,
      FormService forms,
      EngineUser user,
      Retries retries,
      Joins joins,
      PlatformTransactionManager transactions) {
    this.duties = duties;
    this.tasks = tasks;
    this.forms = forms;
    this.user = user;
    this.retries = retries;
    this.joins = joins;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void complete(String dutyId, Map<String, ?> values, Actor actor) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      submit(dutyId, values, actor);
      return;
    }
    retries.call(() -> transaction.execute(status -> submit(dutyId, values, actor)));
    joins.settle();
  }

  private String submit(String dutyId, Map<String, ?> values, Actor actor) {
    Duties.Duty duty =
        duties.find(dutyId).orElseThrow(() -> new DutyClosedException(dutyId, "unknown"));
    refuseUnlessOwed(duty, actor);
    try {
      return user.call(
          actor,
          () -> {
            forms.submitTaskForm(duty.taskId(), new HashMap<>(values));
            return duty.taskId();
          });
    } catch (RuntimeException e) {
      throw named(EngineErrors.translate(e, dutyId), dutyId);
    }
  }

  /**
   * When the task was taken away while it was being answered, the engine fails on the missing
   * executions and hides what the listener had said; the duty's row says how it ended.
   */
  private RuntimeException named(RuntimeException exception, String dutyId) {
    if (exception instanceof DutyClosedException closed && "unknown".equals(closed.state())) {
      return duties
          .find(dutyId)
          .filter(duty -> !"open".equals(duty.state()))
          .map(duty -> new DutyClosedException(dutyId, duty.state()))
          .orElse(closed);
    }
    return exception;
  }

  private void refuseUnlessOwed(Duties.Duty duty, Actor actor) {
    boolean visible = actor.countries().contains(duty.country());
    boolean owed = actor.groups().contains(duty.group());
    if (!visible || !owed && !actor.groups().contains(STAFF)) {
      throw new DutyClosedException(duty.id(), "not-yours");
    }
    if (!"open".equals(duty.state())) {
      throw new DutyClosedException(duty.id(), duty.state());
    }
    if (!owed && !claimed(duty, actor)) {
      throw new DutyClosedException(duty.id(), "not-yours");
    }
  }

  private boolean claimed(Duties.Duty duty, Actor actor) {
    Task task = tasks.createTaskQuery().taskId(duty.taskId()).singleResult();
    return task != null && actor.accountId().equals(task.getAssignee());
  }
}
