package org.socle.workflow.task;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.tracking.InvalidFormException;
import org.springframework.stereotype.Component;

/**
 * Takes the form of a user task: checks it, hands it to the task's step, keeps nothing but routing
 * flags.
 */
@Component
class TaskForms {

  private final FormLibrary library;
  private final Steps steps;
  private final Published published;
  private final FormErrors errors;
  private final Assistance assistance;
  private final ReturnedSteps returned;

  TaskForms(
      FormLibrary library,
      Steps steps,
      Published published,
      FormErrors errors,
      Assistance assistance,
      ReturnedSteps returned) {
    this.library = library;
    this.steps = steps;
    this.published = published;
    this.errors = errors;
    this.assistance = assistance;
    this.returned = returned;
  }

  /**
   * Takes a sent form, or raises the engine's form-field exception; runs within the engine's
   * command.
   */
  void submit(TaskEntity task, FormRef form, VariableMap sent) {
    try {
      take(task, form, sent);
      CheckedTasks.mark(task.getId());
    } catch (InvalidFormException e) {
      throw errors.forEngine(e);
    }
  }

  private void take(TaskEntity task, FormRef ref, VariableMap sent) {
    refuseUnlessActive(task);
    TaskContext context = context(task);
    FormFile form = library.form(ref.deploymentId(), ref.formId());
    FormCheck.Checked checked = FormCheck.check(form, SentValues.of(sent), !context.replayed());
    Assistance.Way way = assistance.check(task, form, checked.values());
    if (returned.send(task, context, form, checked.values())) {
      return;
    }
    TaskStep step = steps.task(task.getTaskDefinitionKey());
    if (!context.replayed()) {
      step.check(context, checked.values());
    }
    step.accept(context, checked.values()).forEach((flag, value) -> setFlag(task, flag, value));
    noteMissing(context, step.element(), checked.missing());
    boolean confirmationNeeded = assistance.enter(task, way);
    if (Assistance.confirms(task)) {
      setFlag(task, "confirmationNeeded", confirmationNeeded);
    }
  }

  /** What nobody else has explained is named by its fields. */
  private void noteMissing(TaskContext context, String element, List<String> missing) {
    if (!missing.isEmpty() && !published.entered(context.caseId(), element)) {
      published.notPublished(context.caseId(), element, String.join(", ", missing));
    }
  }

  /**
   * A delegated task would only be resolved by its form, so that its rows would be written twice.
   */
  private static void refuseUnlessActive(TaskEntity task) {
    if (task.isSuspended()) {
      throw InvalidFormException.of("", "error.case-suspended");
    }
    if (task.getDelegationState() == DelegationState.PENDING) {
      throw InvalidFormException.of("", "error.task-delegated");
    }
  }

  private TaskContext context(TaskEntity task) {
    ExecutionEntity execution = task.getExecution();
    String caseId = execution.getProcessBusinessKey();
    return new TaskContext(
        caseId,
        task.getTenantId(),
        task.getId(),
        task.getProcessInstanceId(),
        actor(),
        published.replayed(caseId),
        ids(task));
  }

  /** Account id of who runs the engine's current command, or {@link Evidence#SYSTEM}. */
  static String actor() {
    String user = Context.getCommandContext().getAuthenticatedUserId();
    return user == null ? Evidence.SYSTEM : user;
  }

  /** Every string variable that the task can see. */
  static Map<String, String> ids(TaskEntity task) {
    Map<String, String> ids = new HashMap<>();
    task.getVariables()
        .forEach(
            (name, value) -> {
              if (value instanceof String text) {
                ids.put(name, text);
              }
            });
    return Map.copyOf(ids);
  }

  private static void setFlag(TaskEntity task, String flag, Object value) {
    boolean allowed =
        value instanceof Boolean
            || value instanceof Long
            || value instanceof Integer
            || value instanceof Date
            || value instanceof String text && text.length() <= 120;
    if (!allowed) {
      throw new IllegalStateException(
          "Flag " + flag + " is neither a short text, a number, a date nor a yes or no");
    }
    task.getExecution().setVariable(flag, value);
  }

  /** Where the form of a task is found. */
  record FormRef(String deploymentId, String formId) {}
}
