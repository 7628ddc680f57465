package org.socle.tracking;

import java.util.List;

/** A form that was refused; names every field that is wrong and what to do about it. */
public class InvalidFormException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  public InvalidFormException(List<FieldError> errors) {
    super(errors.toString());
    this.errors = List.copyOf(errors);
  }

  /** A refusal of a single field. */
  public static InvalidFormException of(String field, String message, Object... arguments) {
    return new InvalidFormException(List.of(new FieldError(field, message, List.of(arguments))));
  }

  public List<FieldError> errors() {
    return errors;
  }

  /**
   * One wrong field.
   *
   * @param field key of the field, or empty for the form as a whole
   * @param message key of the text in the language bundles, such as {@code error.required}
   * @param arguments what the text names
   */
  public record FieldError(String field, String message, List<Object> arguments) {}
}
