package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every act that the program records has words; auditors must not have to read codes. */
class EvidenceActionsTests {

  private static final Pattern CODE = Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"");

  /** Messages of the models, which stand in the same files. */
  private static final Set<String> MESSAGES =
      Set.of(
          "agencies.answered",
          "agency.invited",
          "condition.assigned",
          "conditions.fulfilled",
          "late-positions.answered",
          "new-members.answered",
          "nomination.asked",
          "nominations.answered",
          "opinion.asked",
          "opinions.answered",
          "position.asked",
          "positions.answered");

  @Test
  void hasWordsForEveryActThatTheProgramRecords() throws IOException {
    Properties words = new Properties();
    try (var in =
        Files.newBufferedReader(Path.of("src/main/resources/messages/evidence.properties"))) {
      words.load(in);
    }
    Set<String> acts = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/socle"))) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(file -> collect(file, acts));
    }
    acts.removeAll(MESSAGES);
    acts.removeIf(act -> act.startsWith("error."));

    assertThat(acts).hasSizeGreaterThan(80).contains("seat.removed", "case.suspended");
    acts.removeIf(act -> words.containsKey("evidence.action." + act));
    assertThat(acts).as("acts without words").isEmpty();
  }

  private static void collect(Path file, Set<String> acts) {
    try {
      String text = Files.readString(file);
      if (text.contains("evidence.record(")) {
        CODE.matcher(text).results().forEach(found -> acts.add(found.group(1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
