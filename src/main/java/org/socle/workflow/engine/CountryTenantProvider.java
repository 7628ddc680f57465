package org.socle.workflow.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.InvalidFormException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The tenant of a process instance is its country, from the variable {@code country} that every
 * start carries; a row without a tenant would be visible to every country, so a start without one
 * is refused.
 */
@Component
class CountryTenantProvider implements TenantIdProvider {

  private static final String COUNTRY = "country";
  private static final Pattern ISO3 = Pattern.compile("[A-Z]{3}");

  private final MessageSource messages;

  CountryTenantProvider(MessageSource messages) {
    this.messages = messages;
  }

  @Override
  public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
    TypedValue value = context.getVariables().getValueTyped(COUNTRY);
    if (value != null
        && value.getValue() instanceof String country
        && ISO3.matcher(country).matches()) {
      return country;
    }
    // The start form's values pass here before its form handler, so the refusal is that of a form.
    String text =
        messages.getMessage("error.country-missing", null, LocaleContextHolder.getLocale());
    throw new FormFieldValidationException(
        InvalidFormException.of(COUNTRY, "error.country-missing"), COUNTRY + ": " + text);
  }

  @Override
  public @Nullable String provideTenantIdForCaseInstance(
      TenantIdProviderCaseInstanceContext context) {
    throw new IllegalStateException("Socle runs no CMMN");
  }

  @Override
  public @Nullable String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext context) {
    return null;
  }
}
