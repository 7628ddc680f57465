package org.socle.workflow.task;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Published;
import org.socle.tracking.InvalidFormException;
import org.springframework.stereotype.Component;

/**
 * Takes the start form of a process: checks it, sets the case id as business key, and the start
 * variables.
 */
@Component
class StartForms {

  private final FormLibrary library;
  private final Steps steps;
  private final Published published;
  private final FormErrors errors;
  private final CountryOptions countries;

  StartForms(
      FormLibrary library,
      Steps steps,
      Published published,
      FormErrors errors,
      CountryOptions countries) {
    this.library = library;
    this.steps = steps;
    this.published = published;
    this.errors = errors;
    this.countries = countries;
  }

  /**
   * Takes a sent start form, or raises the engine's form-field exception; runs within the engine's
   * command.
   */
  void submit(
      ExecutionEntity instance, String processKey, TaskForms.FormRef form, VariableMap sent) {
    try {
      take(instance, steps.start(processKey), form, sent);
      CheckedTasks.mark(instance.getProcessInstanceId());
    } catch (InvalidFormException e) {
      throw errors.forEngine(e);
    }
  }

  private void take(
      ExecutionEntity instance, StartStep step, TaskForms.FormRef ref, VariableMap sent) {
    String caseId = caseId(instance);
    boolean replayed = published.replayed(caseId);
    FormFile form = countries.fill(library.form(ref.deploymentId(), ref.formId()));
    FormCheck.Checked checked = FormCheck.check(form, SentValues.of(sent), !replayed);
    FormValues values = checked.values();
    refuseForeignCountry(values.textOrNull(CountryOptions.FIELD));
    if (!replayed) {
      step.check(values, TaskForms.actor());
    } else if (!checked.missing().isEmpty()) {
      published.notPublished(caseId, ref.formId(), String.join(", ", checked.missing()));
    }
    step.variables(values).forEach(instance::setVariable);
    instance.setVariable(CountryOptions.FIELD, values.text(CountryOptions.FIELD));
  }

  /** The Tasklist sends no business key; every other door may bring the case id along. */
  private static String caseId(ExecutionEntity instance) {
    String given = instance.getBusinessKey();
    if (given != null && !given.isEmpty()) {
      return given;
    }
    String caseId = UUID.randomUUID().toString();
    instance.setBusinessKey(caseId);
    return caseId;
  }

  private static void refuseForeignCountry(@Nullable String country) {
    Authentication user = Context.getCommandContext().getAuthentication();
    List<String> countries =
        user == null || user.getTenantIds() == null ? List.of() : user.getTenantIds();
    if (country == null || !countries.contains(country)) {
      throw InvalidFormException.of("country", "error.country-not-yours");
    }
  }
}
