package org.socle.workflow.task;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Reads what was sent to the engine without ever deserializing it. */
final class SentValues {

  /** Stands for a file, an object or JSON, which no field takes. */
  private static final Object UNREADABLE =
      new Object() {
        @Override
        public String toString() {
          return "";
        }
      };

  private SentValues() {}

  static Map<String, @Nullable Object> of(VariableMap sent) {
    Map<String, @Nullable Object> values = new HashMap<>();
    sent.keySet().forEach(name -> values.put(name, value(sent.getValueTyped(name))));
    return values;
  }

  private static @Nullable Object value(@Nullable TypedValue typed) {
    if (typed == null) {
      return null;
    }
    boolean plain =
        typed instanceof PrimitiveValue
            || typed.getType() == null
            || typed.getType() == ValueType.NULL;
    return plain ? typed.getValue() : UNREADABLE;
  }
}
