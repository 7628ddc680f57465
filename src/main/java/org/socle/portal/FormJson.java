package org.socle.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.portal.EarlierEntries.Returned;
import org.socle.tracking.FormSchema.Option;
import org.springframework.stereotype.Component;

/** Puts the JSON of a form, as the Tasklist fetches it, into the reader's language. */
@Component
class FormJson {

  private final FormTexts texts;
  private final ObjectMapper mapper = new ObjectMapper();

  FormJson(FormTexts texts) {
    this.texts = texts;
  }

  /**
   * The form in the reader's language, or the same bytes when they are no form.
   *
   * @param above Markdown that is to stand above the form, or null
   */
  byte[] localise(byte[] json, Locale locale, @Nullable String above) throws IOException {
    return localise(json, locale, above, Optional.empty());
  }

  /** The same for a step that came back: the reason first, then what its fields held before. */
  byte[] localise(byte[] json, Locale locale, @Nullable String above, Optional<Returned> returned)
      throws IOException {
    JsonNode form;
    try {
      form = mapper.readTree(json);
    } catch (JsonProcessingException notJson) {
      return json;
    }
    if (form == null || !form.path("components").isArray()) {
      return json;
    }
    String id = form.path("id").asText();
    components(id, form.path("components"), locale);
    returned.ifPresent(back -> fill((ArrayNode) form.path("components"), back, locale));
    if (above != null && form.path("components") instanceof ArrayNode fields) {
      fields.insertObject(0).put("type", "text").put("id", "Field_above").put("text", above);
    }
    return mapper.writeValueAsBytes(form);
  }

  /** The same form with the options of one field, which the file leaves to the program. */
  byte[] withOptions(byte[] json, String key, List<Option> options) throws IOException {
    JsonNode form = mapper.readTree(json);
    for (JsonNode component : form.path("components")) {
      if (key.equals(component.path("key").asText()) && component instanceof ObjectNode node) {
        ArrayNode values = node.putArray("values");
        options.forEach(
            option -> values.addObject().put("label", option.label()).put("value", option.value()));
      }
    }
    return mapper.writeValueAsBytes(form);
  }

  private void fill(ArrayNode components, Returned back, Locale locale) {
    components.forEach(component -> fill((ObjectNode) component, back.values()));
    if (back.reason().isEmpty()) {
      return;
    }
    ObjectNode why = components.insertObject(0);
    why.put("type", "text");
    why.put("id", "Text_sentBack");
    why.put("text", "**" + plain(texts.sentBack(back.reason(), locale)) + "**");
  }

  // What a person typed is no Markdown and no expression of the form.
  private static String plain(String typed) {
    return typed
        .replaceAll("\\s+", " ")
        .replaceAll("[{}=]", " ")
        .replaceAll("([\\\\`*_\\[\\]()#+!<>|~-])", "\\\\$1");
  }

  private static void fill(ObjectNode node, Map<String, String> earlier) {
    String before = earlier.get(node.path("key").asText());
    if (before == null) {
      return;
    }
    switch (node.path("type").asText()) {
      case "number" -> node.put("defaultValue", new BigDecimal(before));
      case "checkbox" -> node.put("defaultValue", Boolean.parseBoolean(before));
      default -> node.put("defaultValue", before);
    }
  }

  private void components(String form, JsonNode components, Locale locale) {
    for (JsonNode component : components) {
      if (component instanceof ObjectNode node) {
        component(form, node, locale);
        components(form, node.path("components"), locale);
      }
    }
  }

  private void component(String form, ObjectNode node, Locale locale) {
    String name = FormTexts.name(node.path("key").asText(), node.path("id").asText());
    if (node.has("text")) {
      node.put("text", texts.text(form, name, node.get("text").asText(), locale));
    }
    label(form, name, node, locale);
    String hint = texts.hint(form, name, node.path("description").asText(), locale);
    if (!hint.isEmpty()) {
      node.put("description", hint);
    }
    for (JsonNode value : node.path("values")) {
      if (value instanceof ObjectNode option) {
        option.put(
            "label",
            texts.option(
                form, name, option.path("value").asText(), option.path("label").asText(), locale));
      }
    }
  }

  // A date field keeps its label under its own name.
  private void label(String form, String name, ObjectNode node, Locale locale) {
    for (String key : new String[] {"label", "dateLabel"}) {
      if (node.has(key)) {
        node.put(key, texts.label(form, name, node.get(key).asText(), locale));
      }
    }
  }
}
