package org.socle.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.context.MessageSource;

/**
 * What was typed into a short form and what is wrong with it; passwords and codes are never among
 * what is shown again.
 */
final class TypedFields {

  private final Map<String, String> values;
  private final Map<String, String> errors = new LinkedHashMap<>();

  private TypedFields(Map<String, String> values) {
    this.values = values;
  }

  static TypedFields empty() {
    return new TypedFields(Map.of());
  }

  /** A form that was refused, with what may be shown again. */
  static TypedFields refused(
      Map<String, String> values, InvalidFormException refused, MessageSource messages, Say say) {
    TypedFields fields = new TypedFields(values);
    for (FieldError error : refused.errors()) {
      fields.errors.putIfAbsent(
          error.field(),
          messages.getMessage(error.message(), error.arguments().toArray(), say.locale()));
    }
    return fields;
  }

  /** What was typed, or nothing. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** What is wrong with a field, or nothing. */
  public String error(String field) {
    return errors.getOrDefault(field, "");
  }

  /** Entries of the error summary. */
  public List<FormView.Problem> problems() {
    List<FormView.Problem> problems = new ArrayList<>();
    errors.forEach((field, text) -> problems.add(new FormView.Problem(field, text)));
    return problems;
  }
}
