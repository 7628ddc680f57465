package org.socle.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Says actions and facts of evidence in the reader's words; what has no words stays a code. */
final class EvidenceWords {

  /** One fact of a row. */
  record Fact(String name, String text) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern STEP = Pattern.compile("[a-zA-Z]+Task_\\w+|[a-z]+(-[a-z]+)+");
  private static final int SHORT = 8;

  /** Kinds of coded values for which pages have words. */
  private static final Map<String, String> WORDS =
      Map.of(
          "kind", "asking",
          "outcome", "outcome",
          "politicalOutcome", "outcome",
          "level", "level",
          "levels", "level",
          "consensusState", "consensus",
          "value", "position",
          "opinion", "opinion",
          "category", "category",
          "state", "duty");

  private final Say say;
  private final Map<String, String> names;

  /**
   * Words for one page.
   *
   * @param names names of seats, recommendations and people by their ids
   */
  EvidenceWords(Say say, Map<String, String> names) {
    this.say = say;
    this.names = names;
  }

  String action(String code) {
    return say.textOr("evidence.action." + code, code);
  }

  /** What a row is about. */
  String about(@Nullable String subject) {
    if (subject == null) {
      return "–";
    }
    String phase = say.word("phase", subject);
    return phase.equals(subject) ? text("", subject) : phase;
  }

  /** The facts of a row, one level deep; what lies deeper is told in one line. */
  List<Fact> facts(String content) {
    List<Fact> facts = new ArrayList<>();
    tree(content)
        .fields()
        .forEachRemaining(
            field ->
                facts.add(new Fact(name(field.getKey()), value(field.getKey(), field.getValue()))));
    return facts;
  }

  private static JsonNode tree(String content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      // Somebody changed it: the check says so, and the page shows what stands there.
      return JSON.createObjectNode().put("content", content);
    }
  }

  private String name(String key) {
    String words = key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return say.textOr("evidence.field." + key, words);
  }

  private String value(String key, JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(one -> value(key, one))
          .collect(Collectors.joining(", "));
    }
    if (value.isObject()) {
      return StreamSupport.stream(
              ((Iterable<Map.Entry<String, JsonNode>>) value::fields).spliterator(), false)
          .map(one -> say.pair(name(one.getKey()), value(one.getKey(), one.getValue())))
          .collect(Collectors.joining("; "));
    }
    if (value.isBoolean()) {
      return say.yesNo(value.booleanValue());
    }
    return value.isNull() ? "–" : text(key, value.asText());
  }

  private String text(String key, String text) {
    if (DAY.matcher(text).matches()) {
      return say.day(LocalDate.parse(text));
    }
    if ("group".equals(key) || text.startsWith("seat-")) {
      String seat = names.get(text.replaceFirst("^seat-", ""));
      return seat == null ? say.group(text) : seat;
    }
    if (WORDS.containsKey(key)) {
      return say.word(WORDS.get(key), text);
    }
    String name = names.getOrDefault(text, text);
    if (!name.equals(text)) {
      return STEP.matcher(name).matches() ? say.step(name) : name;
    }
    if (ID.matcher(text).matches()) {
      return text.substring(0, SHORT) + "…";
    }
    return STEP.matcher(text).matches() ? say.step(text) : text;
  }
}
