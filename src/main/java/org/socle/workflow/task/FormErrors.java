package org.socle.workflow.task;

import java.util.Locale;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Carries a refused form through the engine, which turns its own form-field exception alone into a
 * 400.
 */
@Component
class FormErrors {

  private final MessageSource messages;

  FormErrors(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * The engine's exception with every field and text in the language of the request, and the
   * refusal inside.
   */
  FormFieldValidationException forEngine(InvalidFormException refused) {
    Locale locale = LocaleContextHolder.getLocale();
    String text =
        refused.errors().stream()
            .map(error -> text(error, locale))
            .collect(Collectors.joining("; "));
    return new FormFieldValidationException(refused, text, refused);
  }

  private String text(FieldError error, Locale locale) {
    String message =
        messages.getMessage(error.message(), error.arguments().toArray(), error.message(), locale);
    return error.field().isEmpty() ? message : error.field() + ": " + message;
  }
}
