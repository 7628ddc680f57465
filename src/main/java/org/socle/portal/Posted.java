package org.socle.portal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;

/** What a page has posted for a form: the texts as typed, and the values that the check takes. */
record Posted(Map<String, String> typed) {

  private static final Set<String> OWN = Set.of("_csrf", Posted.STEP, SendOnce.FIELD, "lang");

  /** Name of the button that says what to do: check, change or send. */
  static final String STEP = "_step";

  /**
   * Leaves out what the page itself adds; everything else is kept, so that the check can refuse
   * what nobody asked for.
   */
  static Posted of(Map<String, String> parameters) {
    Map<String, String> typed = new LinkedHashMap<>();
    parameters.forEach(
        (key, value) -> {
          if (!OWN.contains(key)) {
            typed.put(key, value.replace("\r\n", "\n").strip());
          }
        });
    return new Posted(typed);
  }

  /** Values by key: ticks as Boolean, everything else as typed; what was left empty is absent. */
  Map<String, Object> values(FormSchema form) {
    Map<String, Object> values = new HashMap<>();
    typed.forEach(
        (key, value) -> {
          if (!value.isEmpty()) {
            values.put(key, value);
          }
        });
    for (Field field : form.fields()) {
      String value = typed.getOrDefault(field.key(), "");
      if ("checkbox".equals(field.type())) {
        values.put(field.key(), "true".equals(value));
      } else if ("number".equals(field.type()) && !value.isEmpty()) {
        values.put(field.key(), plainNumber(value));
      }
    }
    return values;
  }

  // People write 1 234,5 where programs read 1234.5.
  static String plainNumber(String value) {
    return value.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
  }
}
