package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTests {

  private static final Path FOLDER = Path.of("src/main/resources/messages");

  static Stream<String> bundles() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("(_[a-z]{2})?\\.properties$", ""))
          .distinct()
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void hasTheSameKeysInThreeLanguages(String bundle) throws IOException {
    Set<String> french = keys(bundle + "_fr");
    assertThat(keys(bundle + "_es")).as("Spanish and French keys of %s", bundle).isEqualTo(french);
    // The English of the forms stands in the forms themselves.
    Set<String> english = keys(bundle);
    Set<String> asked = new TreeSet<>(french);
    asked.removeIf(
        key -> "form".equals(bundle) && key.startsWith("form.") && !english.contains(key));
    assertThat(english).as("English and French keys of %s", bundle).isEqualTo(asked);
  }

  @Test
  void knowsAtLeastTheBundlesOfFormsErrorsAndPages() throws IOException {
    assertThat(bundles()).contains("error", "form", "portal");
  }

  /** Subjects of mails are looked up by the names of the outbox's rows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "portal",
        "error",
        "formation",
        "dialogue",
        "casefile",
        "casepage",
        "evidence",
        "interruption",
        "countries"
      })
  void holdsNoTextThatNothingShows(String bundle) throws IOException {
    String program = program();
    Set<String> unused = keys(bundle);
    unused.removeIf(key -> key.startsWith("mail.") || shown(key, program));
    assertThat(unused).as("keys of %s that no page and no class names", bundle).isEmpty();
  }

  // A key stands as it is, or is put together from a stem and a code.
  private static boolean shown(String key, String program) {
    if (Pattern.compile(Pattern.quote(key) + "(?![\\w.-])").matcher(program).find()) {
      return true;
    }
    String[] parts = key.split("\\.");
    if ("portal".equals(parts[0]) && named(program, "word(", parts[1])) {
      return true;
    }
    for (int at = key.indexOf('.'); at > 0; at = key.indexOf('.', at + 1)) {
      String stem = key.substring(0, at + 1);
      if (!"portal.".equals(stem)
          && (program.contains("\"" + stem + "\"") || program.contains(stem + "$"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean named(String program, String call, String kind) {
    return program.contains(call + "'" + kind + "'") || program.contains(call + "\"" + kind + "\"");
  }

  private static String program() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String folder : List.of("src/main/java", "src/main/resources/templates")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }

  private static Set<String> keys(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(FOLDER.resolve(file + ".properties"), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
