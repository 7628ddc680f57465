package org.socle.casefile;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Turns the bytes of a case file into YAML nodes with lines, within limits that no honest file
 * reaches.
 */
final class YamlSource {

  static final int LARGEST_FILE = 1024 * 1024;
  static final int DEEPEST = 6;

  private YamlSource() {}

  /**
   * The root node; {@link RefusedFileException} when the file is no plain YAML document within the
   * limits.
   */
  static Node compose(byte[] content) {
    if (content.length > LARGEST_FILE) {
      throw refused(0, "the file is larger than 1 MB");
    }
    String text = decode(content);
    try {
      checkEvents(text);
      Node root = yaml().compose(new StringReader(text));
      if (root == null) {
        throw refused(0, "the file is empty");
      }
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw refused(line, "this is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw refused(0, "this is not YAML: " + e.getMessage());
    }
  }

  private static void checkEvents(String text) {
    int depth = 0;
    for (Event event : yaml().parse(new StringReader(text))) {
      refuseReferences(event);
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > DEEPEST) {
        throw refused(
            event.getStartMark().getLine() + 1,
            "lists and blocks are nested deeper than " + DEEPEST);
      }
    }
  }

  private static void refuseReferences(Event event) {
    boolean anchored = event instanceof NodeEvent node && node.getAnchor() != null;
    if (anchored || event instanceof AliasEvent) {
      throw refused(
          event.getStartMark().getLine() + 1, "anchors and aliases (& and *) are not accepted");
    }
  }

  private static String decode(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw refused(0, "the file is not UTF-8 text");
    }
  }

  private static Yaml yaml() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(LARGEST_FILE);
    limits.setNestingDepthLimit(DEEPEST);
    limits.setMaxAliasesForCollections(0);
    limits.setAllowDuplicateKeys(true);
    return new Yaml(limits);
  }

  private static RefusedFileException refused(int line, String reason) {
    return new RefusedFileException(List.of(new Problem(line, reason)));
  }
}
