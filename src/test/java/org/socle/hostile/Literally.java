package org.socle.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unbescape.html.HtmlEscape;

/** Looks whether typed texts stand in what the program answers as they were typed. */
final class Literally {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern ATTR = Pattern.compile("(?:^|,)([a-z-]+[0-9]?)=");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 300;

  private final Set<String> elements = new HashSet<>();
  private final Set<String> attributes = new HashSet<>();
  private final Map<Integer, String> typed = new HashMap<>();

  /** Numbers of the texts that were found. */
  final Set<Integer> seen = new TreeSet<>();

  /** What is wrong, and where. */
  final List<String> problems = new ArrayList<>();

  int answers;

  Literally() {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        learn(Dom.of(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void learn(Dom template) {
    for (Dom.Element element : template.elements) {
      elements.add(element.name());
      element
          .attributes()
          .forEach(
              (name, value) -> {
                attributes.add(name.replace("th:", "").replace("classappend", "class"));
                if (name.equals("th:attr")) {
                  Matcher set = ATTR.matcher(value);
                  while (set.find()) {
                    attributes.add(set.group(1));
                  }
                }
              });
    }
  }

  void type(String text) {
    Matcher number = HostileStrings.NUMBER.matcher(text);
    while (number.find()) {
      typed.put(Integer.valueOf(number.group(1)), text);
    }
  }

  boolean saw(String text) {
    Matcher number = HostileStrings.NUMBER.matcher(text);
    return number.find() && seen.contains(Integer.valueOf(number.group(1)));
  }

  /** A page of ours: nothing was born from a text. */
  void html(String where, String page) {
    answers++;
    evaluated(where, page);
    Dom dom = Dom.of(page);
    for (Dom.Element element : dom.elements) {
      if (!elements.contains(element.name())) {
        problems.add(where + ": an element <" + element.name() + ">");
      }
      element.attributes().forEach((name, value) -> attribute(where, element, name, value));
    }
    dom.texts.forEach(text -> text(where, text, false));
    if (dom.comments.stream().anyMatch(one -> HostileStrings.NUMBER.matcher(one).find())) {
      problems.add(where + ": a typed text in a comment");
    }
  }

  private void attribute(String where, Dom.Element element, String name, String value) {
    if (!attributes.contains(name) || name.startsWith("on") || name.equals("style")) {
      problems.add(where + ": an attribute " + name + " of <" + element.name() + ">");
    }
    boolean leads = Set.of("href", "src", "action", "formaction").contains(name);
    if (leads && value.strip().toLowerCase(java.util.Locale.ROOT).startsWith("javascript:")) {
      problems.add(where + ": an address " + value);
    }
    // An address holds a text percent-encoded.
    text(
        where,
        leads
            ? java.net.URLDecoder.decode(
                value.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8)
            : value,
        false);
  }

  /** JSON, with the JSON that stands in its texts. */
  void json(String where, String body) {
    answers++;
    evaluated(where, body);
    try {
      walk(where, JSON.readTree(body));
    } catch (JsonProcessingException e) {
      problems.add(where + ": no JSON: " + body);
    }
  }

  /** A form as the Tasklist draws it: its texts are Markdown and may hold expressions. */
  void form(String where, String body) {
    answers++;
    evaluated(where, body);
    try {
      JsonNode form = JSON.readTree(body);
      for (JsonNode component : form.findParents("text")) {
        String text = ((ObjectNode) component).remove("text").asText();
        text(where, text, true);
        boolean ofPeople = HostileStrings.NUMBER.matcher(HtmlEscape.unescapeHtml(text)).find();
        if (ofPeople && text.matches("(?s).*(\\{|<|]\\(|^=).*")) {
          problems.add(where + ": markup or an expression: " + text);
        }
      }
      walk(where, form);
    } catch (JsonProcessingException e) {
      problems.add(where + ": no JSON: " + body);
    }
  }

  private void walk(String where, JsonNode node) throws JsonProcessingException {
    if (node.isTextual()) {
      String text = node.asText();
      if (text.startsWith("{\"")) {
        walk(where, JSON.readTree(text));
      } else {
        text(where, text, false);
      }
    }
    for (JsonNode child : node) {
      walk(where, child);
    }
  }

  /** A table: no cell is computed, and a text stands in it after the sign that says so. */
  void csv(String where, String body) {
    answers++;
    evaluated(where, body);
    for (String cell : cells(body)) {
      if (!cell.isEmpty() && "=+-@\t\r\0".indexOf(cell.charAt(0)) >= 0) {
        problems.add(where + ": a cell that is computed: " + cell);
      }
      if (cell.startsWith("{\"")) {
        json(where, cell);
      } else {
        text(where, cell, false);
      }
    }
  }

  private static List<String> cells(String body) {
    List<String> cells = new ArrayList<>();
    Matcher cell = Pattern.compile("\"((?:[^\"]|\"\")*)\"|[^,\r\n]+").matcher(body);
    while (cell.find()) {
      cells.add(cell.group(1) == null ? cell.group() : cell.group(1).replace("\"\"", "\""));
    }
    return cells;
  }

  private void evaluated(String where, String body) {
    if (body.contains(HostileStrings.EVALUATED)) {
      problems.add(where + ": an expression was evaluated");
    }
  }

  private void text(String where, String found, boolean markdown) {
    String shown = (markdown ? HtmlEscape.unescapeHtml(found) : found).replace("\r\n", "\n");
    Matcher number = HostileStrings.NUMBER.matcher(shown);
    while (number.find()) {
      Integer which = Integer.valueOf(number.group(1));
      String whole = typed.getOrDefault(which, "");
      boolean lines = markdown && shown.contains(whole.replaceAll("\\s+", " "));
      if (whole.isEmpty() || !shown.contains(whole) && !lines) {
        problems.add(where + ": not as typed: " + cut(shown) + " instead of " + cut(whole));
      } else {
        seen.add(which);
      }
    }
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(SHOWN, text.length()));
  }
}
