package org.socle.workflow.task;

import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.socle.tracking.SendBacks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sends a reviewed step back, and tells whoever takes it up again why. */
@Component
class ReturnedSteps {

  /** Field of a review's form that sends the step back. */
  static final String SEND_BACK = "sendBack";

  static final String REASON = "sendBackReason";

  /** Flag on which the gateway after a review routes. */
  private static final String SENT_BACK = "sentBack";

  private final SendBacks sendBacks;
  private final ObjectProvider<Steps> steps;
  private final MessageSource messages;

  ReturnedSteps(SendBacks sendBacks, ObjectProvider<Steps> steps, MessageSource messages) {
    this.sendBacks = sendBacks;
    this.steps = steps;
    this.messages = messages;
  }

  /** Sends the step before a review back when its form says so; returns whether it did. */
  boolean send(TaskEntity task, TaskContext context, FormFile form, FormValues values) {
    if (form.field(SEND_BACK).isEmpty()) {
      return false;
    }
    boolean back = values.flag(SEND_BACK);
    task.getExecution().setVariable(SENT_BACK, back);
    if (back) {
      sendBacks.send(
          context.caseId(),
          context.processInstanceId(),
          task.getTaskDefinitionKey(),
          values.text(REASON),
          context.actor());
    }
    return back;
  }

  /** A task was created: if it takes up a step that was sent back, its card says so. */
  void received(TaskEntity task, String dutyId, Map<String, String> ids, Locale language) {
    if (!Boolean.TRUE.equals(task.getVariable(SENT_BACK))) {
      return;
    }
    String caseId = task.getExecution().getProcessBusinessKey();
    Map<String, String> earlier =
        steps.getObject().task(task.getTaskDefinitionKey()).earlier(caseId, ids);
    sendBacks
        .receive(task.getProcessInstanceId(), dutyId, earlier)
        .ifPresent(reason -> explain(task, language));
    task.getExecution().setVariable(SENT_BACK, false);
  }

  // The reason is a person's free text: the form and the pages show it, the engine stores none.
  private void explain(TaskEntity task, Locale language) {
    String why = messages.getMessage("assisted.card.sent-back", null, language);
    String before = task.getDescription();
    task.setDescription(before == null ? why : why + "\n\n" + before);
  }
}
