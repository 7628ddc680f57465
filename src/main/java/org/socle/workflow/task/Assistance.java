package org.socle.workflow.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.socle.security.IdentityDirectory;
import org.socle.tracking.AssistedEntries;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Tells an answer of whoever owes it from one that staff enter for somebody, and asks of each what
 * belongs to it.
 */
@Component
class Assistance {

  static final String CHANNEL = "channel";
  static final String REFERENCE = "reference";
  static final String CONFIRM = "userTask_confirmAnswer";

  private static final Set<String> IN_WRITING = Set.of("LETTER", "EMAIL");
  private static final int MEMBERS_LOOKED_AT = 200;

  private final AssistedEntries entries;
  private final IdentityDirectory directory;

  Assistance(AssistedEntries entries, IdentityDirectory directory) {
    this.entries = entries;
    this.directory = directory;
  }

  /**
   * How an answer came that is entered for somebody; null when who acts owes the task.
   *
   * @throws InvalidFormException when staff did not claim the task or do not say how the answer
   *     came, or when the owner does
   */
  @Nullable Way check(TaskEntity task, FormFile form, FormValues values) {
    boolean asks = form.field(CHANNEL).isPresent();
    if (ownedByActor(task)) {
      if (asks) {
        refuseFromOwner(values);
      }
      return null;
    }
    refuseUnlessClaimed(task);
    return asks ? way(task, values) : null;
  }

  /** Keeps how the answer came; returns whether its owner is asked to confirm it. */
  boolean enter(TaskEntity task, @Nullable Way way) {
    if (way == null) {
      return false;
    }
    entries.entered(
        new AssistedEntries.Entry(
            task.getId(), TaskForms.actor(), way.channel(), way.reference(), way.confirmable()));
    return way.confirmable();
  }

  /** Whether the model of a task lets its owner confirm what staff entered. */
  static boolean confirms(TaskEntity task) {
    return !CONFIRM.equals(task.getTaskDefinitionKey())
        && task.getExecution().getProcessDefinition().findActivity(CONFIRM) != null;
  }

  private static boolean ownedByActor(TaskEntity task) {
    Authentication user = Context.getCommandContext().getAuthentication();
    return user == null || user.getGroupIds() != null && user.getGroupIds().contains(owner(task));
  }

  // Somebody completed the task at this moment: its links are gone, its row was read before.
  private static String owner(TaskEntity task) {
    if (task.getCandidates().isEmpty()) {
      throw new OptimisticLockingFailureException("Task " + task.getId() + " has just ended");
    }
    return TaskDuties.group(task);
  }

  private static void refuseUnlessClaimed(TaskEntity task) {
    Authentication user = Context.getCommandContext().getAuthentication();
    if (CONFIRM.equals(task.getTaskDefinitionKey())) {
      throw InvalidFormException.of("", "error.owner-confirms");
    }
    boolean staff =
        user.getGroupIds() != null && user.getGroupIds().contains(EngineTaskCompletion.STAFF);
    if (!staff || !user.getUserId().equals(task.getAssignee())) {
      throw InvalidFormException.of("", "error.claim-first");
    }
  }

  private static void refuseFromOwner(FormValues values) {
    List<FieldError> errors = new ArrayList<>();
    for (String field : List.of(CHANNEL, REFERENCE)) {
      if (values.has(field)) {
        errors.add(new FieldError(field, "error.channel-of-staff", List.of()));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
  }

  private Way way(TaskEntity task, FormValues values) {
    List<FieldError> errors = new ArrayList<>();
    for (String field : List.of(CHANNEL, REFERENCE)) {
      if (!values.has(field)) {
        errors.add(new FieldError(field, "error.channel-needed", List.of()));
      }
    }
    boolean confirmable = confirms(task) && somebodyMayConfirm(task);
    String channel = values.textOrNull(CHANNEL);
    if (channel != null && !confirmable && !IN_WRITING.contains(channel)) {
      errors.add(new FieldError(CHANNEL, "error.channel-in-writing", List.of()));
    }
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
    return new Way(values.text(CHANNEL), values.text(REFERENCE), confirmable);
  }

  private boolean somebodyMayConfirm(TaskEntity task) {
    return directory.users(owner(task), 0, MEMBERS_LOOKED_AT).stream()
        .anyMatch(person -> directory.countriesOf(person.accountId()).contains(task.getTenantId()));
  }

  /**
   * How an answer came.
   *
   * @param channel LETTER, EMAIL, TELEPHONE or MEETING
   */
  record Way(String channel, String reference, boolean confirmable) {}
}
