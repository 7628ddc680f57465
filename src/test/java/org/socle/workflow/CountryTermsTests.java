package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.socle.country.CountryTerm;

/** The terms that a country may set are those of the models, with the same usual values. */
class CountryTermsTests {

  /** Its texts promise 60 days everywhere. */
  private static final Set<String> SAME_EVERYWHERE = Set.of("userTask_reconfirmMandate");

  @Test
  void everyTermOfAUserTaskIsOneThatACountryMaySet() throws IOException {
    Map<String, String> drawn = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".bpmn")).toList()) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        model.getModelElementsByType(UserTask.class).forEach(task -> collect(task, drawn));
      }
    }
    Map<String, String> settable =
        Arrays.stream(CountryTerm.values())
            .filter(term -> term.element() != null)
            .collect(
                Collectors.toMap(
                    term -> Objects.requireNonNull(term.element()),
                    term -> term.standard().toString()));
    assertThat(drawn).hasSizeGreaterThan(15);
    drawn.keySet().removeAll(SAME_EVERYWHERE);
    assertThat(settable).containsExactlyInAnyOrderEntriesOf(drawn);
  }

  private static void collect(UserTask task, Map<String, String> drawn) {
    if (task.getExtensionElements() != null) {
      task
          .getExtensionElements()
          .getElementsQuery()
          .filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
          .list()
          .stream()
          .flatMap(properties -> properties.getCamundaProperties().stream())
          .filter(property -> "term".equals(property.getCamundaName()))
          .map(CamundaProperty::getCamundaValue)
          .filter(value -> value.matches("\\d+w?d"))
          .forEach(value -> drawn.put(task.getId(), value));
    }
  }
}
