package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  private static Set<String> keys(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(FOLDER.resolve(file + ".properties"), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
