package org.socle.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socle.setup.RefusedCountryException.Problem;
import org.socle.tracking.InvalidFormException.FieldError;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One block of a country file: reads its values by key, notes on which line each field stands and
 * every problem, never stopping at the first.
 */
final class FileBlock {

  private static final int LONGEST_LIST = 500;
  private static final int LONGEST_SHOWN = 40;

  /** The YAML of a day; a parser of types would take it for a moment. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  /** What is common to all blocks of one file. */
  record Notes(Map<String, Integer> lines, List<Problem> problems) {

    void problem(int line, String field, String what, Object... named) {
      problems.add(
          new Problem(line, new FieldError(field, "countries.file." + what, List.of(named))));
    }
  }

  private final Map<String, Node> values = new LinkedHashMap<>();
  private final String path;
  private final Notes notes;

  /**
   * Reads a block.
   *
   * @param path field under which it stands with a dot, or empty
   * @param keys keys that it may hold; empty for any
   * @param required keys without which it is refused
   */
  FileBlock(String path, Node node, List<String> keys, List<String> required, Notes notes) {
    this.path = path;
    this.notes = notes;
    String field = path.isEmpty() ? "" : path.substring(0, path.length() - 1);
    if (!(node instanceof MappingNode mapping)) {
      notes.problem(line(node), field, "not-a-block", field, String.join(", ", keys));
      return;
    }
    mapping.getValue().forEach(tuple -> take(tuple, keys));
    required.stream()
        .filter(key -> !values.containsKey(key))
        .forEach(key -> notes.problem(line(node), path + key, "missing", path + key));
  }

  private void take(NodeTuple tuple, List<String> keys) {
    int line = line(tuple.getKeyNode());
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    if (!keys.isEmpty() && !keys.contains(key) || !WORD.matcher(key).matches()) {
      notes.problem(line, "", "unknown-key", shown(path + key), String.join(", ", keys));
    } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
      notes.problem(line, path + key, "twice", path + key);
    } else {
      notes.lines().put(path + key, line(tuple.getValueNode()));
    }
  }

  /** The keys that stand in the block. */
  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** The block under a key, or null when it is absent. */
  @Nullable FileBlock block(String key, List<String> keys, List<String> required) {
    Node node = values.get(key);
    return node == null ? null : new FileBlock(path + key + ".", node, keys, required, notes);
  }

  /** The blocks of a list. */
  List<FileBlock> blocks(String key, List<String> keys, List<String> required) {
    List<FileBlock> blocks = new ArrayList<>();
    for (Node node : nodes(key)) {
      String row = path + key + "." + blocks.size();
      notes.lines().put(row, line(node));
      blocks.add(new FileBlock(row + ".", node, keys, required, notes));
    }
    return blocks;
  }

  /** A text, or another when it is absent; empty when it is wrong. */
  String text(String key, String absent) {
    Node node = values.get(key);
    return node == null ? absent : text(key, node);
  }

  /** A list of texts, or others when it is absent. */
  List<String> texts(String key, List<String> absent) {
    return values.containsKey(key)
        ? nodes(key).stream().map(node -> text(key, node)).toList()
        : absent;
  }

  /** Yes or no; no when it is absent. */
  boolean flag(String key) {
    Node node = values.get(key);
    if (node == null) {
      return false;
    }
    if (node instanceof ScalarNode scalar && List.of("true", "false").contains(scalar.getValue())) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    notes.problem(line(node), path + key, "not-a-flag", path + key);
    return false;
  }

  private List<Node> nodes(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence && sequence.getValue().size() <= LONGEST_LIST) {
      return sequence.getValue();
    }
    notes.problem(line(node), path + key, "not-a-list", path + key);
    return List.of();
  }

  // A code such as no would be read as false, a day as a moment: only texts are taken as they are.
  private String text(String key, Node node) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
      return scalar.getValue().strip();
    }
    notes.problem(line(node), path + key, "not-a-text", path + key);
    return "";
  }

  private static String shown(String text) {
    String plain = text.replaceAll("\\p{C}", "");
    return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
