package org.socle.workflow.task;

import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.socle.tracking.Actor;
import org.socle.tracking.Claims;
import org.socle.tracking.Duties;
import org.socle.tracking.DutyClosedException;
import org.springframework.stereotype.Component;

/** Claims as assignees of the engine's tasks, so that the Tasklist and our pages agree. */
@Component
class EngineClaims implements Claims {

  private final Duties duties;
  private final TaskService tasks;
  private final EngineUser user;
  private final ProcessEngineConfigurationImpl engine;

  EngineClaims(
      Duties duties, TaskService tasks, EngineUser user, ProcessEngineConfigurationImpl engine) {
    this.duties = duties;
    this.tasks = tasks;
    this.user = user;
    this.engine = engine;
  }

  @Override
  public void claim(String dutyId, Actor actor) {
    Duties.Duty duty =
        duties.find(dutyId).orElseThrow(() -> new DutyClosedException(dutyId, "unknown"));
    if (!actor.countries().contains(duty.country())
        || !actor.groups().contains(EngineTaskCompletion.STAFF)) {
      throw new DutyClosedException(dutyId, "not-yours");
    }
    if (!"open".equals(duty.state())) {
      throw new DutyClosedException(dutyId, duty.state());
    }
    try {
      user.call(
          actor,
          () -> {
            tasks.claim(duty.taskId(), actor.accountId());
            return dutyId;
          });
    } catch (TaskAlreadyClaimedException e) {
      throw new DutyClosedException(dutyId, "claimed");
    } catch (RuntimeException e) {
      throw EngineErrors.translate(e, dutyId);
    }
  }

  @Override
  public void release(String taskId) {
    try {
      engine
          .getCommandExecutorTxRequired()
          .execute(context -> context.runWithoutAuthorization(() -> unclaim(taskId)));
    } catch (NotFoundException | NullValueException ended) {
      // the task was completed meanwhile, and its claim with it
    }
  }

  private String unclaim(String taskId) {
    tasks.setAssignee(taskId, null);
    return taskId;
  }
}
