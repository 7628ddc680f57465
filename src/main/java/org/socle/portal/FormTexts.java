package org.socle.portal;

import java.util.List;
import java.util.Locale;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts labels, hints, options and texts of a form into the reader's language; English of the form
 * where a text is missing.
 */
@Component
class FormTexts {

  private final MessageSource messages;

  FormTexts(MessageSource messages) {
    this.messages = messages;
  }

  /** The form in the reader's language. */
  FormSchema localise(FormSchema form, Locale locale) {
    return new FormSchema(
        form.id(),
        form.fields().stream().map(field -> localise(form.id(), field, locale)).toList());
  }

  private Field localise(String form, Field field, Locale locale) {
    String name = name(field.key(), field.componentId());
    return new Field(
        field.type(),
        field.key(),
        field.componentId(),
        "text".equals(field.type())
            ? text(form, name, field.label(), locale)
            : label(form, name, field.label(), locale),
        hint(form, name, field.description(), locale),
        field.required(),
        field.maxLength(),
        field.min(),
        field.max(),
        options(form, name, field.options(), locale));
  }

  private List<Option> options(String form, String name, List<Option> options, Locale locale) {
    return options.stream()
        .map(
            option ->
                new Option(
                    option.value(), option(form, name, option.value(), option.label(), locale)))
        .toList();
  }

  /** The word by which the bundle knows a component: its key, or its own id when it has none. */
  static String name(String key, String componentId) {
    return key.isEmpty() ? componentId : key;
  }

  /** The label of a field. */
  String label(String form, String name, String english, Locale locale) {
    return find("form." + form + "." + name + ".label", english, locale);
  }

  /** The hint of a field. */
  String hint(String form, String name, String english, Locale locale) {
    return find("form." + form + "." + name + ".description", english, locale);
  }

  /** The Markdown of a text component. */
  String text(String form, String name, String english, Locale locale) {
    return find("form." + form + "." + name + ".text", english, locale);
  }

  /** The label of an option. */
  String option(String form, String name, String value, String english, Locale locale) {
    return find("form." + form + "." + name + ".option." + value, english, locale);
  }

  /** Why a step was sent back. */
  String sentBack(String reason, Locale locale) {
    String said = messages.getMessage("assisted.sent-back", new Object[] {reason}, reason, locale);
    return said == null ? reason : said;
  }

  private String find(String key, String english, Locale locale) {
    String found = messages.getMessage(key, null, english, locale);
    return found == null ? english : found;
  }
}
