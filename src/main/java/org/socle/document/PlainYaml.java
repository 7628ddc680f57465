package org.socle.document;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
 * Turns bytes into YAML nodes with lines, within limits that no honest file reaches; no class is
 * ever made from it.
 */
public final class PlainYaml {

  private PlainYaml() {}

  /**
   * The root node.
   *
   * @param largest most bytes
   * @param deepest most levels of lists and blocks
   * @throws UnreadableYamlException when it is no plain YAML document within the limits
   */
  public static Node compose(byte[] content, int largest, int deepest) {
    if (content.length > largest) {
      throw refused(UnreadableYamlException.Reason.TOO_LARGE, 0, "");
    }
    String text = decode(content);
    try {
      checkEvents(text, largest, deepest);
      Node root = yaml(largest, deepest).compose(new StringReader(text));
      if (root == null) {
        throw refused(UnreadableYamlException.Reason.EMPTY, 0, "");
      }
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw refused(UnreadableYamlException.Reason.NOT_YAML, line, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw refused(UnreadableYamlException.Reason.NOT_YAML, 0, String.valueOf(e.getMessage()));
    }
  }

  private static void checkEvents(String text, int largest, int deepest) {
    int depth = 0;
    for (Event event : yaml(largest, deepest).parse(new StringReader(text))) {
      int line = event.getStartMark().getLine() + 1;
      boolean anchored = event instanceof NodeEvent node && node.getAnchor() != null;
      if (anchored || event instanceof AliasEvent) {
        throw refused(UnreadableYamlException.Reason.ANCHOR, line, "");
      }
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > deepest) {
        throw refused(UnreadableYamlException.Reason.TOO_DEEP, line, Integer.toString(deepest));
      }
    }
  }

  private static String decode(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw refused(UnreadableYamlException.Reason.NOT_TEXT, 0, "");
    }
  }

  private static Yaml yaml(int largest, int deepest) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(largest);
    limits.setNestingDepthLimit(deepest);
    limits.setMaxAliasesForCollections(0);
    // Keys that stand twice are named with their line by whoever reads the nodes.
    limits.setAllowDuplicateKeys(true);
    return new Yaml(limits);
  }

  private static UnreadableYamlException refused(
      UnreadableYamlException.Reason reason, int line, String detail) {
    return new UnreadableYamlException(reason, line, detail);
  }
}
