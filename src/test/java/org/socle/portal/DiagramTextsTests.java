package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

class DiagramTextsTests {

  private static final Pattern ELEMENT =
      Pattern.compile("<bpmn:(\\w+)(?=[^>]* id=\"([^\"]+)\")[^>]* name=\"([^\"]+)\"");
  private static final Set<String> NOT_DRAWN =
      Set.of("process", "message", "signal", "error", "escalation");

  private final MessageSource messages = Texts.source();

  /** That a bundle has the same keys in three languages is told by {@link BundlesTests}. */
  @Test
  void everyLabelOfEveryModelHasAText() throws IOException {
    List<String> other = new ArrayList<>();
    int labels = 0;
    for (Path model : models()) {
      for (MatchResult element : ELEMENT.matcher(Files.readString(model)).results().toList()) {
        if (!NOT_DRAWN.contains(element.group(1))) {
          labels++;
          if (!element.group(3).equals(text(element.group(2)))) {
            other.add(element.group(2) + ": " + element.group(3));
          }
        }
      }
    }
    assertThat(labels).isGreaterThan(120);
    assertThat(other).as("labels that no bundle holds as they are drawn").isEmpty();
  }

  private @Nullable String text(String id) {
    String task = messages.getMessage("task." + id + ".name", null, "", Locale.ENGLISH);
    return messages.getMessage("element." + id + ".name", null, task, Locale.ENGLISH);
  }

  @Test
  void putsTheLabelsIntoTheReadersLanguageAndLeavesTheRestAlone() throws IOException {
    String model = Files.readString(Path.of("processes/national-process/national-process.bpmn"));

    String french = new DiagramTexts(messages).localise(model, Locale.FRENCH);

    assertThat(french)
        .contains("name=\"Demande acceptée ?\"", "id=\"gateway_requestAccepted\"", "name=\"Oui\"")
        .doesNotContain("name=\"Request accepted?\"");
    assertThat(Pattern.compile(" id=\"").matcher(french).results().count())
        .isEqualTo(Pattern.compile(" id=\"").matcher(model).results().count());
  }

  private static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
    }
  }
}
