package org.socle.tracking;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as its {@code .form} file draws it, for pages and for the check of what was sent.
 *
 * @param id id of the form, also its file name
 * @param fields components in order
 */
public record FormSchema(String id, List<Field> fields) {

  /**
   * One component.
   *
   * @param type form-js type: text, textfield, textarea, number, checkbox, radio, select or
   *     datetime
   * @param key key of the value, empty for a text
   * @param label English label, or the Markdown of a text
   * @param description English hint, or empty
   * @param maxLength longest text in characters, 4000 unless the form says less
   * @param options values that may be chosen with their English labels
   */
  public record Field(
      String type,
      String key,
      String componentId,
      String label,
      String description,
      boolean required,
      int maxLength,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      List<Option> options) {}

  /** One choice with its English label. */
  public record Option(String value, String label) {}
}
