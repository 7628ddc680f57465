package org.socle.workflow.nationalprocess;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.socle.country.WorkingCalendar;
import org.socle.nationalprocess.CaseBrake;
import org.socle.tracking.Pauses;
import org.socle.workflow.task.EngineErrors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Suspends and activates the process instances of a case, moves its dates, tells its national
 * process.
 *
 * <p>The national process itself is never suspended: a suspended instance receives no message.
 */
@Component
class EngineBrake implements CaseBrake {

  /** As many as the engine lets a query return. */
  private static final int PAGE = 2000;

  private final ProcessEngineConfigurationImpl engine;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final WorkingCalendar calendar;
  private final AfterCommand afterCommand;

  EngineBrake(
      ProcessEngineConfigurationImpl engine,
      RuntimeService runtime,
      TaskService tasks,
      ManagementService management,
      WorkingCalendar calendar,
      AfterCommand afterCommand) {
    this.engine = engine;
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.calendar = calendar;
    this.afterCommand = afterCommand;
  }

  @Override
  public boolean tell(String caseId, Notice notice) {
    List<ProcessInstance> roots = roots(caseId);
    if (roots.isEmpty() || !waits(roots.get(0).getId(), message(notice))) {
      return false;
    }
    try {
      inEngine(
          () ->
              runtime
                  .createMessageCorrelation(message(notice))
                  .processInstanceId(roots.get(0).getId())
                  .correlate());
      return true;
    } catch (MismatchingMessageCorrelationException e) {
      throw new OptimisticLockingFailureException("Another act on the case came first", e);
    } catch (RuntimeException e) {
      throw EngineErrors.translate(e, caseId);
    }
  }

  /** A case that runs can be withdrawn at any time, if its model knows interruptions at all. */
  @Override
  public boolean hears(String caseId) {
    return roots(caseId).stream()
        .allMatch(root -> waits(root.getId(), NationalProcessProcess.WITHDRAWN));
  }

  private List<ProcessInstance> roots(String caseId) {
    return instances(caseId).processDefinitionKey(NationalProcessProcess.KEY).listPage(0, 1);
  }

  /** A refused message would mark the caller's transaction; so the subscription is looked up. */
  private boolean waits(String rootId, String message) {
    return runtime
            .createEventSubscriptionQuery()
            .processInstanceId(rootId)
            .eventType("message")
            .eventName(message)
            .count()
        > 0;
  }

  private static String message(Notice notice) {
    return switch (notice) {
      case SUSPENDED -> NationalProcessProcess.SUSPENDED;
      case RESUMED -> NationalProcessProcess.RESUMED;
      case WITHDRAWN -> NationalProcessProcess.WITHDRAWN;
      case GOVERNMENT_CHANGED -> NationalProcessProcess.GOVERNMENT_CHANGED;
    };
  }

  @Override
  public List<String> active(String caseId) {
    return others(instances(caseId).active());
  }

  @Override
  public void suspend(Collection<String> instanceIds) {
    inEngine(
        () ->
            runtime
                .updateProcessInstanceSuspensionState()
                .byProcessInstanceIds(List.copyOf(instanceIds))
                .suspend());
  }

  @Override
  public void resume(String caseId) {
    List<String> suspended = others(instances(caseId).suspended());
    if (!suspended.isEmpty()) {
      inEngine(
          () ->
              runtime
                  .updateProcessInstanceSuspensionState()
                  .byProcessInstanceIds(suspended)
                  .activate());
    }
  }

  @Override
  public void move(String caseId, String country, List<Pauses.Moved> moved, Duration pause) {
    Map<Moment, Instant> ends = new HashMap<>();
    for (Pauses.Moved one : moved) {
      Instant end = calendar.endOfDay(country, one.to());
      ends.put(new Moment(one.instanceId(), calendar.endOfDay(country, one.from())), end);
      if (one.taskId() != null) {
        // The last second of the day, as when the task was created.
        inEngine(() -> tasks.setDueDate(one.taskId(), Date.from(end.minusSeconds(1))));
      }
    }
    for (Job timer : timers(caseId)) {
      Instant due = timer.getDuedate().toInstant();
      Instant to =
          ends.getOrDefault(new Moment(timer.getProcessInstanceId(), due), due.plus(pause));
      inEngine(() -> management.setJobDuedate(timer.getId(), Date.from(to), true));
    }
  }

  private List<Job> timers(String caseId) {
    Set<String> ids = new HashSet<>(others(instances(caseId)));
    return ids.isEmpty()
        ? List.of()
        : management.createJobQuery().processInstanceIds(ids).timers().listPage(0, PAGE);
  }

  @Override
  public void afterwards(Runnable work) {
    afterCommand.run(work);
  }

  private ProcessInstanceQuery instances(String caseId) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId);
  }

  private static List<String> others(ProcessInstanceQuery query) {
    return query.listPage(0, PAGE).stream()
        .filter(instance -> !national(instance))
        .map(ProcessInstance::getId)
        .toList();
  }

  private static boolean national(ProcessInstance instance) {
    return instance.getProcessDefinitionId().startsWith(NationalProcessProcess.KEY + ":");
  }

  /** Whoever decides was checked before; the engine's own authorization does not know the act. */
  private void inEngine(Runnable work) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () -> {
                      work.run();
                      return null;
                    }));
  }

  /** A moment in a process instance. */
  private record Moment(String instanceId, Instant at) {}
}
