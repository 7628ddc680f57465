package org.socle.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Says actions and facts of evidence in the reader's words; what has no words stays a code. */
final class EvidenceWords {

  /** One fact of a row. */
  record Fact(String name, String text) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern STEP = Pattern.compile("[a-zA-Z]+Task_\\w+|[a-z]+(-[a-z]+)+");
  private static final int SHORT = 8;

  /** Where the words of coded values stand, by the fact that holds them. */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("kind", List.of("portal.asking", "interruption.kind")),
          Map.entry("outcome", List.of("portal.outcome", "portal.ended", "portal.proposal")),
          Map.entry("politicalOutcome", List.of("portal.outcome")),
          Map.entry("level", List.of("portal.level", "portal.finding")),
          Map.entry("levels", List.of("portal.level")),
          Map.entry("consensusState", List.of("portal.consensus")),
          Map.entry("value", List.of("portal.position")),
          Map.entry("opinion", List.of("portal.opinion")),
          Map.entry("category", List.of("portal.category")),
          Map.entry("state", List.of("portal.duty", "portal.seat", "portal.entry")),
          Map.entry("result", List.of("portal.result", "portal.technical", "portal.proposal")),
          Map.entry("about", List.of("portal.proposal-about")),
          Map.entry("answer", List.of("portal.agency")),
          Map.entry("side", List.of("portal.side")),
          Map.entry("group", List.of("portal.group", "portal.side")),
          Map.entry("to", List.of("portal.group")),
          Map.entry("rule", List.of("portal.rule")),
          Map.entry("guarantee", List.of("portal.guarantee")),
          Map.entry("guarantees", List.of("portal.guarantee")),
          Map.entry("phase", List.of("portal.phase")),
          Map.entry("constituency", List.of("portal.side")),
          Map.entry("recipients", List.of("mail.capacity")),
          Map.entry("also", List.of("mail.capacity")),
          Map.entry("copies", List.of("portal.group")),
          Map.entry("channel", List.of("portal.channel")));

  /** Facts that hold several codes in one text, as a table of decisions gives them. */
  private static final Set<String> LISTS = Set.of("recipients", "also", "copies");

  private final Say say;
  private final Map<String, String> names;
  private final ZoneId zone;

  /**
   * Words for one page.
   *
   * @param names names of seats, recommendations and people by their ids
   * @param zone zone of the case, for moments
   */
  EvidenceWords(Say say, Map<String, String> names, ZoneId zone) {
    this.say = say;
    this.names = names;
    this.zone = zone;
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
    String other = STEP.matcher(key).matches() ? say.step(key) : words;
    return say.textOr("evidence.field." + key, other);
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
    if (MOMENT.matcher(text).matches()) {
      return say.moment(Instant.parse(text), zone);
    }
    if (text.startsWith("seat-") || text.startsWith("agency-")) {
      return names.getOrDefault(text.replaceFirst("^seat-", ""), say.group(text));
    }
    if (LISTS.contains(key)) {
      return Stream.of(text.split(","))
          .map(one -> word(key, one))
          .collect(Collectors.joining(", "));
    }
    String word = word(key, text);
    if (!word.equals(text)) {
      return word;
    }
    String mail = say.textOr("mail." + text + ".subject", text);
    if (!mail.equals(text)) {
      return mail;
    }
    String name = names.getOrDefault(text, text);
    if (!name.equals(text)) {
      return STEP.matcher(name).matches() ? say.step(name) : name;
    }
    if (ID.matcher(text).matches()) {
      return text.substring(0, SHORT) + "…";
    }
    return STEP.matcher(text).matches() ? say.step(text) : said(key, text);
  }

  /** The word for a coded value; the value itself where nobody gave it one. */
  private String word(String key, String code) {
    return Stream.concat(
            WORDS.getOrDefault(key, List.of()).stream(),
            Stream.of("evidence.code." + key, "evidence.code"))
        .map(kind -> say.textOr(kind + "." + code, code))
        .filter(word -> !word.equals(code))
        .findFirst()
        .orElse(code);
  }

  private String said(String key, String text) {
    return "missing".equals(key) || "result".equals(key) ? say.missing(text) : text;
  }
}
