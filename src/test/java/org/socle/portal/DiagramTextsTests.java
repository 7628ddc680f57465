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
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

class DiagramTextsTests {

  private static final Pattern ELEMENT =
      Pattern.compile("<bpmn:(\\w+)(?=[^>]* id=\"([^\"]+)\")[^>]* name=\"([^\"]+)\"");
  private static final Set<String> NOT_DRAWN =
      Set.of("process", "message", "signal", "error", "escalation");

  private final MessageSource messages = Texts.source();

  @Test
  void everyLabelOfEveryModelHasATextInThreeLanguages() throws IOException {
    List<String> missing = new ArrayList<>();
    int labels = 0;
    for (Path model : models()) {
      for (MatchResult element : ELEMENT.matcher(Files.readString(model)).results().toList()) {
        if (!NOT_DRAWN.contains(element.group(1))) {
          labels++;
          missing(element.group(2), element.group(3)).forEach(missing::add);
        }
      }
    }
    assertThat(labels).isGreaterThan(120);
    assertThat(missing).isEmpty();
  }

  private Stream<String> missing(String id, String drawn) {
    return Stream.of("en", "fr", "es")
        .filter(
            language -> {
              Locale locale = Locale.forLanguageTag(language);
              String task = messages.getMessage("task." + id + ".name", null, "", locale);
              String text = messages.getMessage("element." + id + ".name", null, task, locale);
              return "en".equals(language) ? !drawn.equals(text) : "".equals(text);
            })
        .map(language -> id + " (" + language + "): " + drawn);
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
