package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Tasklist's own words in the other languages of its readers. */
class TasklistWordsTests {

  private static final String TASKLIST = "META-INF/resources/webjars/camunda/app/tasklist/";
  private static final Pattern FILLED_IN =
      Pattern.compile("\\{\\{\\s*\\w+\\s*}}|</?(?:a|br)\\b[^>]*>");

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es"})
  void haveEveryTextOfTheEnginesReleaseAndWhatIsFilledIn(String language) throws IOException {
    TreeMap<String, String> english = texts(read("locales/en.json"));
    TreeMap<String, String> other = texts(read("locales/" + language + ".json"));

    assertThat(english).hasSizeGreaterThan(400);
    assertThat(other.keySet()).isEqualTo(english.keySet());
    english.forEach(
        (key, text) -> {
          assertThat(filledIn(other.get(key))).as(key).isEqualTo(filledIn(text));
          assertThat(other.get(key).isBlank()).as(key).isEqualTo(text.isBlank());
        });
  }

  @Test
  void areOfferedByTheTasklistInsteadOfTheVendorsSettings() throws IOException {
    assertThat(text("scripts/config.js")).contains("const languages = ['en', 'fr', 'es'];");
    assertThat(text("styles/user-styles.css")).contains(".ce-eol-banner");
    assertThat(text("camunda-tasklist-bootstrap.js")).contains("ce-eol-banner");
  }

  private static List<String> filledIn(String text) {
    return FILLED_IN.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static TreeMap<String, String> texts(JsonNode file) {
    TreeMap<String, String> texts = new TreeMap<>();
    collect("", file, texts);
    return texts;
  }

  private static void collect(String path, JsonNode node, TreeMap<String, String> texts) {
    if (node.isValueNode()) {
      texts.put(path, node.asText());
    } else if (node.isArray()) {
      for (int place = 0; place < node.size(); place++) {
        collect(path + "." + place, node.get(place), texts);
      }
    } else {
      node.properties().forEach(one -> collect(path + "." + one.getKey(), one.getValue(), texts));
    }
  }

  private static JsonNode read(String path) throws IOException {
    return new ObjectMapper().readTree(text(path).replace("\uFEFF", ""));
  }

  /** The first on the class path is what the server sends. */
  private static String text(String path) throws IOException {
    URL first =
        Collections.list(TasklistWordsTests.class.getClassLoader().getResources(TASKLIST + path))
            .stream()
            .findFirst()
            .orElseThrow();
    try (InputStream in = first.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.joining("\n"));
    }
  }
}
