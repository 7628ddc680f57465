package org.socle.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads {@code src/docs/vex.cdx.json}. */
final class Vex {

  static final Path FILE = Path.of("src/docs/vex.cdx.json");

  private Vex() {}

  /** One known hole, and why it stays. */
  record Line(
      String id,
      String description,
      String state,
      String justification,
      String detail,
      List<String> affects,
      List<String> shownBy,
      List<String> floors) {}

  static List<Line> lines() {
    return all(document().path("vulnerabilities")).stream().map(Vex::line).toList();
  }

  /** Package addresses of the libraries that the file is about. */
  static List<String> products() {
    return all(document().path("components")).stream()
        .map(component -> component.path("purl").asText())
        .toList();
  }

  private static Line line(JsonNode node) {
    JsonNode analysis = node.path("analysis");
    return new Line(
        node.path("id").asText(),
        node.path("description").asText(),
        analysis.path("state").asText(),
        analysis.path("justification").asText(),
        analysis.path("detail").asText(),
        all(node.path("affects")).stream().map(product -> product.path("ref").asText()).toList(),
        properties(node, "socle:shown-by"),
        properties(node, "socle:floor"));
  }

  private static List<String> properties(JsonNode node, String name) {
    return all(node.path("properties")).stream()
        .filter(property -> property.path("name").asText().equals(name))
        .map(property -> property.path("value").asText())
        .toList();
  }

  private static List<JsonNode> all(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false).toList();
  }

  private static JsonNode document() {
    try {
      return new ObjectMapper().readTree(FILE.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
