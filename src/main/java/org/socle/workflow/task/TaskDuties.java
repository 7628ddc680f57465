package org.socle.workflow.task;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.socle.country.Countries;
import org.socle.country.CountryTerm;
import org.socle.country.Term;
import org.socle.country.WorkingCalendar;
import org.socle.tracking.DutyLabels;
import org.socle.tracking.DutyLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What happens in the life of a user task: due date, words in the country's language, duty and
 * evidence.
 */
@Component
class TaskDuties {

  /**
   * Delete reason of contributions whose duties were recorded silent when their asking was closed.
   */
  static final String ASKING_CLOSED = "asking-closed";

  private static final String OWN_TERM = "own";
  private static final String CONFIRMATION = "confirmation";
  private static final List<String> SUBJECTS =
      List.of("seatId", "agencyCode", "conditionId", "itemId", "levelId", "roundId");

  private final DutyLog duties;
  private final WorkingCalendar calendar;
  private final Countries countries;
  private final MessageSource messages;
  private final ObjectProvider<DutyLabels> labels;
  private final ReturnedSteps returned;

  TaskDuties(
      DutyLog duties,
      WorkingCalendar calendar,
      Countries countries,
      MessageSource messages,
      ObjectProvider<DutyLabels> labels,
      ReturnedSteps returned) {
    this.duties = duties;
    this.calendar = calendar;
    this.countries = countries;
    this.messages = messages;
    this.labels = labels;
    this.returned = returned;
  }

  /** A task was created: the model's element says how long it may take and which form it has. */
  void created(TaskEntity task, TaskModel model) {
    Map<String, String> ids = TaskForms.ids(task);
    String country = Objects.requireNonNull(task.getTenantId(), "A task has a country");
    Term term = term(country, task.getTaskDefinitionKey(), model);
    LocalDate dueDate = dueDate(country, model, term, ids);
    if (dueDate != null) {
      // midnight belongs to the next day, which is the one the Tasklist would show
      task.setDueDate(Date.from(calendar.endOfDay(country, dueDate).minusSeconds(1)));
    }
    speak(task, model, country);
    label(task, task.getExecution().getProcessBusinessKey(), ids);
    String dutyId = duties.asked(duty(task, model, country, ids, dueDate, term));
    returned.received(task, dutyId, ids, language(country));
  }

  private static DutyLog.NewDuty duty(
      TaskEntity task,
      TaskModel model,
      String country,
      Map<String, String> ids,
      @Nullable LocalDate dueDate,
      @Nullable Term term) {
    return new DutyLog.NewDuty(
        task.getExecution().getProcessBusinessKey(),
        country,
        task.getId(),
        task.getProcessInstanceId(),
        model.processKey(),
        task.getTaskDefinitionKey(),
        model.formId(),
        group(task),
        model.contribution() ? ids.get("askingId") : null,
        SUBJECTS.stream().map(ids::get).filter(Objects::nonNull).findFirst().orElse(null),
        dueDate,
        term == null ? Term.Unit.CALENDAR_DAYS : term.unit());
  }

  /** Staff claimed a task, or gave it back. */
  void assigned(TaskEntity task) {
    duties.claimed(task.getId(), task.getAssignee());
  }

  /** A task was completed by its checked form; anything else is refused. */
  void completed(TaskEntity task) {
    if (!CheckedTasks.marked(task.getId())) {
      throw new IllegalStateException(
          "Task " + task.getId() + " can be completed by its form only");
    }
    duties.answered(task.getId(), TaskForms.actor());
  }

  /** A task was taken away; those of a closed asking are recorded already. */
  void deleted(TaskEntity task) {
    if (!ASKING_CLOSED.equals(task.getDeleteReason())) {
      duties.cancelled(task.getId(), TaskForms.actor());
    }
    if (Assistance.CONFIRM.equals(task.getTaskDefinitionKey())) {
      duties.unconfirmed(task.getProcessInstanceId());
    }
  }

  // The country's own term where it may set one, else the model's; none where the asking has it.
  private @Nullable Term term(String country, String element, TaskModel model) {
    if (CONFIRMATION.equals(model.term())) {
      return calendar.term(country, CountryTerm.CONFIRMATION);
    }
    if (OWN_TERM.equals(model.term()) || model.term().isEmpty()) {
      return null;
    }
    return CountryTerm.ofElement(element)
        .map(term -> calendar.term(country, term))
        .orElseGet(() -> Term.parse(model.term()));
  }

  private @Nullable LocalDate dueDate(
      String country, TaskModel model, @Nullable Term term, Map<String, String> ids) {
    if (OWN_TERM.equals(model.term())) {
      String own = ids.get("dueDate");
      return own == null ? null : LocalDate.parse(own);
    }
    if (term == null) {
      return null;
    }
    LocalDate due = calendar.due(country, calendar.today(country), term);
    return CONFIRMATION.equals(model.term()) ? confirmationDate(country, due, ids) : due;
  }

  // After the country's term, or on the last day of the asking where that comes before.
  private LocalDate confirmationDate(String country, LocalDate due, Map<String, String> ids) {
    String askingId = ids.get("askingId");
    LocalDate end = askingId == null ? due : duties.lastDay(askingId);
    return end.isBefore(due) && !end.isBefore(calendar.today(country)) ? end : due;
  }

  private Locale language(String country) {
    return Locale.forLanguageTag(countries.of(country).workingLanguage());
  }

  private void speak(TaskEntity task, TaskModel model, String country) {
    Locale language = language(country);
    String key = "task." + task.getTaskDefinitionKey();
    task.setName(messages.getMessage(key + ".name", null, model.name(), language));
    task.setDescription(
        messages.getMessage(key + ".documentation", null, model.documentation(), language));
  }

  private void label(TaskEntity task, String caseId, Map<String, String> ids) {
    labels.ifAvailable(
        of -> {
          DutyLabels.Labels words = of.of(caseId, ids);
          setWord(task, "caseReference", words.caseReference());
          setWord(task, "institution", words.institution());
        });
  }

  private static void setWord(TaskEntity task, String name, String word) {
    if (!word.isEmpty()) {
      task.setVariableLocal(name, word);
    }
  }

  static String group(TaskEntity task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("Task " + task.getTaskDefinitionKey() + " has no group"));
  }

  /**
   * What the model says about a user task.
   *
   * @param term {@code 10wd}, {@code 30d}, {@code own}, {@code confirmation} or empty
   */
  record TaskModel(
      String processKey, String formId, String term, String name, String documentation) {

    /** Whether the task is one of an asking's. */
    boolean contribution() {
      return OWN_TERM.equals(term) || CONFIRMATION.equals(term);
    }
  }
}
