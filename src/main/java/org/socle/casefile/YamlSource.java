package org.socle.casefile;

import java.util.List;
import org.socle.document.PlainYaml;
import org.socle.document.UnreadableYamlException;
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
    try {
      return PlainYaml.compose(content, LARGEST_FILE, DEEPEST);
    } catch (UnreadableYamlException e) {
      throw new RefusedFileException(List.of(new Problem(e.line(), words(e))));
    }
  }

  private static String words(UnreadableYamlException refused) {
    return switch (refused.reason()) {
      case TOO_LARGE -> "the file is larger than 1 MB";
      case EMPTY -> "the file is empty";
      case NOT_TEXT -> "the file is not UTF-8 text";
      case NOT_YAML -> "this is not YAML: " + refused.detail();
      case ANCHOR -> "anchors and aliases (& and *) are not accepted";
      case TOO_DEEP -> "lists and blocks are nested deeper than " + DEEPEST;
    };
  }
}
