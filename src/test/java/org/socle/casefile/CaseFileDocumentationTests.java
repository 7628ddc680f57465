package org.socle.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseFileDocumentationTests {

  private static final Path DOCS = Path.of("src/docs");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z_]+)`( \\*)? \\|", Pattern.MULTILINE);

  @ParameterizedTest
  @EnumSource(Block.class)
  void thePageListsEveryKeyOfEveryBlockAndWhetherItIsRequired(Block block) throws IOException {
    List<String> keys = new ArrayList<>();
    List<String> required = new ArrayList<>();
    Matcher row = ROW.matcher(section(block));
    while (row.find()) {
      keys.add(row.group(1));
      if (row.group(2) != null) {
        required.add(row.group(1));
      }
    }

    assertThat(keys).containsExactlyInAnyOrderElementsOf(block.keys());
    assertThat(required).containsExactlyInAnyOrderElementsOf(block.required());
  }

  @ParameterizedTest
  @EnumSource(Block.class)
  void theSchemaListsEveryKeyOfEveryBlockAndWhetherItIsRequired(Block block) throws IOException {
    JsonNode schema = new ObjectMapper().readTree(DOCS.resolve("case-file.schema.json").toFile());
    JsonNode definition = block == Block.FILE ? schema : schema.at("/$defs/" + block);
    List<String> keys = new ArrayList<>();
    definition.at("/properties").fieldNames().forEachRemaining(keys::add);
    List<String> required = new ArrayList<>();
    definition.at("/required").forEach(key -> required.add(key.asText()));

    assertThat(keys).containsExactlyInAnyOrderElementsOf(block.keys());
    assertThat(required).containsExactlyInAnyOrderElementsOf(block.required());
    assertThat(definition.at("/additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void pageAndSchemaNameEveryWordThatAKeyMayHold() throws IOException {
    String page = Files.readString(DOCS.resolve("case-file.md"));
    String schema = Files.readString(DOCS.resolve("case-file.schema.json"));
    List<String> words = new ArrayList<>(Words.CATEGORIES);
    words.addAll(Words.LEVELS);
    words.addAll(Words.OUTCOMES);
    words.addAll(Words.GUARANTEES);
    for (EventKind kind : EventKind.values()) {
      words.add(kind.word());
    }

    assertThat(words).allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    assertThat(words).allSatisfy(word -> assertThat(schema).contains("\"" + word + "\""));
  }

  @Test
  void thePageListsEveryKeyOfTheJsonThatTheCommandPrints() throws IOException {
    String page = Files.readString(DOCS.resolve("case-file.md"));
    String json = page.substring(page.indexOf("## What the command prints"));
    Stream<RecordComponent> inner =
        Stream.of(CaseReport.class.getDeclaredClasses())
            .flatMap(line -> Stream.of(line.getRecordComponents()));

    assertThat(Stream.concat(Stream.of(CaseReport.class.getRecordComponents()), inner))
        .extracting(RecordComponent::getName)
        .allSatisfy(key -> assertThat(json).contains("`" + key + "`"));
  }

  private static String section(Block block) throws IOException {
    String heading =
        switch (block) {
          case FILE -> "### The file";
          case TITLE -> "### `title`";
          case SOURCE -> "### One of `sources`";
          case INSTITUTION -> "### One of `institutions`";
          case BODY -> "### One of `bodies`";
          case RECOMMENDATION -> "### One of `recommendations`";
          case EVENT -> "### One of `events`";
          case FIGURE -> "### One of `figures`";
          case REPORTED -> "### One of `reported`";
        };
    String page = Files.readString(DOCS.resolve("case-file.md"));
    String section = page.substring(page.indexOf(heading) + heading.length());
    return section.split("\n##", 2)[0];
  }
}
