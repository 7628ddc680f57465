package org.socle.workflow.task;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step held before it was sent back, as it would be typed. */
public final class EarlierValues {

  private EarlierValues() {}

  /** Pairs of field and value; what was left empty is absent. */
  public static Map<String, String> of(@Nullable Object... pairs) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int at = 0; at + 1 < pairs.length; at += 2) {
      Object value = pairs[at + 1];
      if (value != null) {
        values.put(String.valueOf(pairs[at]), value.toString());
      }
    }
    return values;
  }
}
