package org.socle.casefile;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One block of a case file: reads its values by key and notes every problem with its line, never
 * stopping at the first.
 */
final class Fields {

  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_LIST = 500;

  private final Map<String, Node> values = new LinkedHashMap<>();
  private final List<Problem> problems;
  private final int line;

  Fields(Block block, Node node, List<Problem> problems) {
    this.problems = problems;
    this.line = lineOf(node);
    if (!(node instanceof MappingNode mapping)) {
      problem(node, "expected keys and values: " + String.join(", ", block.keys()));
      return;
    }
    mapping.getValue().forEach(tuple -> take(block, tuple));
    block.required().stream()
        .filter(key -> !values.containsKey(key))
        .forEach(key -> problems.add(new Problem(line, "missing key " + key)));
  }

  private void take(Block block, NodeTuple tuple) {
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    if (!block.keys().contains(key)) {
      problem(
          tuple.getKeyNode(),
          "unknown key " + key + "; known are " + String.join(", ", block.keys()));
    } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
      problem(tuple.getKeyNode(), "key " + key + " stands twice");
    }
  }

  int line() {
    return line;
  }

  /** Line of a key's value, or of the block. */
  int line(String key) {
    Node node = values.get(key);
    return node == null ? line : lineOf(node);
  }

  /** The nodes of a list; empty when the key is absent. */
  List<Node> nodes(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      problem(node, key + " is a list");
      return List.of();
    }
    if (sequence.getValue().size() > LONGEST_LIST) {
      problem(node, key + " has more than " + LONGEST_LIST + " entries");
      return List.of();
    }
    return sequence.getValue();
  }

  /** The block under a key, or null when absent. */
  @Nullable Fields block(String key, Block block) {
    Node node = values.get(key);
    return node == null ? null : new Fields(block, node, problems);
  }

  /** A text, or null when absent or wrong. */
  @Nullable String textOrNull(String key) {
    Node node = values.get(key);
    return node == null ? null : text(key, node);
  }

  /** A required text; empty when absent or wrong, which is a problem already noted. */
  String text(String key) {
    String text = textOrNull(key);
    return text == null ? "" : text;
  }

  /** A list of texts without doubles. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node node : nodes(key)) {
      String text = text(key, node);
      if (text != null && texts.contains(text)) {
        problem(node, key + " names " + text + " twice");
      } else if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A list of texts, each of which the file declares elsewhere. */
  List<String> declared(String key, Collection<String> names, String where) {
    for (Node node : nodes(key)) {
      if (node instanceof ScalarNode scalar && !names.contains(scalar.getValue())) {
        problem(
            node, key + " names " + scalar.getValue() + ", which is not declared under " + where);
      }
    }
    return texts(key);
  }

  /** A text that matches a pattern, or null. */
  @Nullable String matching(String key, Pattern pattern, String expected) {
    String text = textOrNull(key);
    if (text != null && !pattern.matcher(text).matches()) {
      problem(values.get(key), key + " " + text + " is not " + expected);
      return null;
    }
    return text;
  }

  /** One of the given words, or null. */
  @Nullable String choice(String key, Collection<String> words) {
    String text = textOrNull(key);
    if (text != null && !words.contains(text)) {
      problem(values.get(key), key + " " + text + " is not one of " + String.join(", ", words));
      return null;
    }
    return text;
  }

  /** A day or a month, or null. */
  @Nullable PublishedDate date(String key) {
    Node node = values.get(key);
    if (node == null) {
      return null;
    }
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    try {
      return PublishedDate.parse(text);
    } catch (DateTimeException e) {
      problem(node, key + " " + text + " is no date of the calendar written yyyy-MM-dd or yyyy-MM");
      return null;
    }
  }

  /** A whole number in a range, or null. */
  @Nullable Integer whole(String key, int least, int most) {
    BigDecimal number = number(key, least, most);
    if (number != null && number.stripTrailingZeros().scale() > 0) {
      problem(values.get(key), key + " is a whole number");
      return null;
    }
    return number == null ? null : number.intValueExact();
  }

  /** A number in a range, or null. */
  @Nullable BigDecimal number(String key, int least, int most) {
    Node node = values.get(key);
    if (node == null) {
      return null;
    }
    if (node instanceof ScalarNode scalar
        && scalar.getValue().matches("-?\\d{1,9}(\\.\\d{1,6})?")) {
      BigDecimal number = new BigDecimal(scalar.getValue());
      if (number.compareTo(BigDecimal.valueOf(least)) >= 0
          && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
        return number;
      }
    }
    problem(node, key + " is a number from " + least + " to " + most);
    return null;
  }

  /** Yes or no, or null. */
  @Nullable Boolean flag(String key) {
    Node node = values.get(key);
    if (node == null) {
      return null;
    }
    if (node instanceof ScalarNode scalar && List.of("true", "false").contains(scalar.getValue())) {
      return Boolean.valueOf(scalar.getValue());
    }
    problem(node, key + " is true or false");
    return null;
  }

  private @Nullable String text(String key, Node node) {
    if (!(node instanceof ScalarNode scalar) || !isText(scalar)) {
      problem(node, key + " is a text; put it in quotes if it looks like something else");
      return null;
    }
    String text = scalar.getValue().strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      problem(node, key + " has 1 to " + LONGEST_TEXT + " characters");
      return null;
    }
    return text;
  }

  private static boolean isText(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.STR);
  }

  private void problem(@Nullable Node node, String reason) {
    problems.add(new Problem(node == null ? line : lineOf(node), reason));
  }

  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
