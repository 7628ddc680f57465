package org.socle.workflow.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checked and typed values of a form by field key: text and choices are String, numbers BigDecimal,
 * ticks Boolean, dates LocalDate; a field that was left empty is absent.
 */
public record FormValues(Map<String, Object> values) {

  /** Text or the chosen option; an {@link IllegalStateException} when absent. */
  public String text(String key) {
    String value = textOrNull(key);
    if (value == null) {
      throw new IllegalStateException("The form has no value for " + key);
    }
    return value;
  }

  /** Text or the chosen option, or null when left empty. */
  public @Nullable String textOrNull(String key) {
    return (String) values.get(key);
  }

  /** Whether a box was ticked. */
  public boolean flag(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }

  /** A number, or null when left empty. */
  public @Nullable BigDecimal numberOrNull(String key) {
    return (BigDecimal) values.get(key);
  }

  /** A whole number, or null when left empty. */
  public @Nullable Integer wholeOrNull(String key) {
    BigDecimal number = numberOrNull(key);
    return number == null ? null : number.intValueExact();
  }

  /** A date, or null when left empty. */
  public @Nullable LocalDate dateOrNull(String key) {
    return (LocalDate) values.get(key);
  }

  /** Whether the field was filled in. */
  public boolean has(String key) {
    return values.containsKey(key);
  }
}
