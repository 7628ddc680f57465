package org.socle.portal;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The line above a form in the Tasklist that leads to the page of the task's case. */
@Component
class TaskCaseLink {

  private final DutyList duties;
  private final MessageSource messages;

  TaskCaseLink(DutyList duties, MessageSource messages) {
    this.duties = duties;
    this.messages = messages;
  }

  /** The line as Markdown; empty for a task that belongs to no case. */
  Optional<String> markdown(String taskId, Locale locale) {
    return duties
        .ofTask(taskId)
        .map(
            duty ->
                messages.getMessage(
                    "casepage.tasklist.link",
                    new Object[] {duty.reference(), "/cases/" + duty.caseId()},
                    locale));
  }
}
