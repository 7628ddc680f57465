package org.socle.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.FormSchema;

/**
 * A {@code .form} file (form-js schema 16) as far as Socle uses it.
 *
 * @param schema what pages draw
 * @param decimals how many decimals each number may have; whole numbers only where the form says
 *     nothing
 */
record FormFile(FormSchema schema, Map<String, Integer> decimals) {

  /** Longest text that the engine can hold. */
  static final int LONGEST_TEXT = 4000;

  private static final Set<String> TYPES =
      Set.of("text", "textfield", "textarea", "number", "checkbox", "radio", "select", "datetime");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a form; an {@link IllegalArgumentException} names a component that Socle cannot check.
   */
  static FormFile read(String id, byte[] content) {
    JsonNode root = tree(id, content);
    List<FormSchema.Field> fields = new ArrayList<>();
    Map<String, Integer> decimals = new HashMap<>();
    for (JsonNode component : root.path("components")) {
      FormSchema.Field field = field(id, component);
      fields.add(field);
      if ("number".equals(field.type())) {
        decimals.put(field.key(), component.path("decimalDigits").asInt(0));
      }
    }
    return new FormFile(new FormSchema(id, List.copyOf(fields)), Map.copyOf(decimals));
  }

  /** A form without any field, for a task whose model names none. */
  static FormFile empty(String id) {
    return new FormFile(new FormSchema(id, List.of()), Map.of());
  }

  /** The field with a key. */
  Optional<FormSchema.Field> field(String key) {
    return schema.fields().stream()
        .filter(field -> !key.isEmpty() && field.key().equals(key))
        .findFirst();
  }

  /** The same form with the options of one field, which the file leaves to the program. */
  FormFile withOptions(String key, List<FormSchema.Option> options) {
    List<FormSchema.Field> fields =
        schema.fields().stream()
            .map(field -> field.key().equals(key) ? with(field, options) : field)
            .toList();
    return new FormFile(new FormSchema(schema.id(), fields), decimals);
  }

  private static FormSchema.Field with(FormSchema.Field field, List<FormSchema.Option> options) {
    return new FormSchema.Field(
        field.type(),
        field.key(),
        field.componentId(),
        field.label(),
        field.description(),
        field.required(),
        field.maxLength(),
        field.min(),
        field.max(),
        options);
  }

  private static JsonNode tree(String id, byte[] content) {
    try {
      return JSON.readTree(content);
    } catch (IOException e) {
      throw new IllegalArgumentException("Form " + id + " is not JSON", e);
    }
  }

  private static FormSchema.Field field(String id, JsonNode node) {
    String type = node.path("type").asText();
    if (!TYPES.contains(type)
        || "datetime".equals(type) && !"date".equals(node.path("subtype").asText("date"))) {
      throw new IllegalArgumentException(
          "Form " + id + " has a component that cannot be checked: " + type);
    }
    JsonNode validate = node.path("validate");
    int longest = validate.path("maxLength").asInt(LONGEST_TEXT);
    return new FormSchema.Field(
        type,
        "text".equals(type) ? "" : node.path("key").asText(),
        node.path("id").asText(),
        label(type, node),
        node.path("description").asText(""),
        // what only a step that goes on needs; the Tasklist must let it be sent back without
        validate.path("required").asBoolean(false)
            || validate.path("requiredUnlessSentBack").asBoolean(false),
        Math.min(longest, LONGEST_TEXT),
        number(validate.path("min")),
        number(validate.path("max")),
        options(node.path("values")));
  }

  private static String label(String type, JsonNode node) {
    return switch (type) {
      case "text" -> node.path("text").asText("");
      case "datetime" -> node.path("dateLabel").asText(node.path("label").asText(""));
      default -> node.path("label").asText("");
    };
  }

  private static @Nullable BigDecimal number(JsonNode node) {
    String text = node.asText("");
    return text.isBlank() ? null : new BigDecimal(text);
  }

  private static List<FormSchema.Option> options(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(
            value ->
                new FormSchema.Option(value.path("value").asText(), value.path("label").asText()))
        .toList();
  }
}
