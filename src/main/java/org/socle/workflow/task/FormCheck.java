package org.socle.workflow.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;

/**
 * Checks what was sent against a form: the one validator behind Tasklist, My tasks and every other
 * door.
 */
final class FormCheck {

  private static final int LONGEST_NAME = 60;

  private FormCheck() {}

  /**
   * The typed values of a form.
   *
   * @param enforceRequired whether an empty required field is an error; otherwise it is reported as
   *     missing
   * @throws InvalidFormException with one error for every wrong, missing or unknown field
   */
  static Checked check(
      FormFile form, Map<String, ? extends @Nullable Object> sent, boolean enforceRequired) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Field field : form.schema().fields()) {
      if (!field.key().isEmpty()) {
        checkField(form, field, sent.get(field.key()), values, missing, errors);
      }
    }
    sent.keySet().stream()
        .filter(key -> form.field(key).isEmpty())
        .sorted()
        .forEach(
            key -> errors.add(new FieldError(printable(key), "error.unknown-field", List.of())));
    checkSendBack(form, values, missing, errors);
    if (enforceRequired) {
      missing.forEach(
          key -> errors.add(new FieldError(key, requiredMessage(form, key), List.of())));
    }
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
    return new Checked(new FormValues(Map.copyOf(values)), List.copyOf(missing));
  }

  /** A review that sends the step back needs a reason and nothing else; one that goes on, none. */
  private static void checkSendBack(
      FormFile form, Map<String, Object> values, List<String> missing, List<FieldError> errors) {
    if (form.field(ReturnedSteps.SEND_BACK).isEmpty()) {
      return;
    }
    boolean back = Boolean.TRUE.equals(values.get(ReturnedSteps.SEND_BACK));
    boolean reason = values.containsKey(ReturnedSteps.REASON);
    if (back) {
      missing.clear();
    }
    if (back && !reason) {
      errors.add(new FieldError(ReturnedSteps.REASON, "error.send-back-reason", List.of()));
    }
    if (!back && reason) {
      errors.add(new FieldError(ReturnedSteps.SEND_BACK, "error.send-back-tick", List.of()));
    }
  }

  private static void checkField(
      FormFile form,
      Field field,
      @Nullable Object raw,
      Map<String, Object> values,
      List<String> missing,
      List<FieldError> errors) {
    try {
      Object value = FieldCheck.value(field, form.decimals().getOrDefault(field.key(), 0), raw);
      if (value != null) {
        values.put(field.key(), value);
      }
      // form-js means by a required checkbox that it must be ticked
      if (field.required() && (value == null || Boolean.FALSE.equals(value))) {
        missing.add(field.key());
      }
    } catch (InvalidFormException e) {
      errors.addAll(e.errors());
    }
  }

  private static String requiredMessage(FormFile form, String key) {
    return form.field(key).filter(field -> "checkbox".equals(field.type())).isPresent()
        ? "error.required-tick"
        : "error.required";
  }

  /**
   * Names come from outside and are shown again: kept short and free of anything but letters,
   * digits, dots and dashes.
   */
  private static String printable(String key) {
    String plain = key.replaceAll("[^A-Za-z0-9_.-]", "?");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
  }

  /**
   * A form that was found right.
   *
   * @param missing keys of required fields that were left empty; empty when they are enforced
   */
  record Checked(FormValues values, List<String> missing) {}
}
