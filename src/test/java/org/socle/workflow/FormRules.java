package org.socle.workflow;

import static org.socle.workflow.ModelFolder.base;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a form may hold and in which languages its texts stand; each rule lists what breaks it. */
final class FormRules {

  private static final int LONGEST_STRING = 4000;
  private static final Set<String> TEXT_FIELDS = Set.of("textfield", "textarea");
  private static final Set<String> CHOICES = Set.of("radio", "select");

  /** Their options are made by the program: countries are set up while it runs. */
  private static final Set<String> FILLED = Set.of("country");

  private static final Set<String> RENDERED =
      Set.of("text", "textfield", "textarea", "number", "checkbox", "radio", "select", "datetime");
  private static final Set<String> COMPUTED =
      Set.of(
          "conditional",
          "valuesKey",
          "valuesExpression",
          "properties",
          "dataSource",
          "path",
          "readonlyExpression");

  private FormRules() {}

  /**
   * A user task has the form of its own name, in its own folder; only the national process starts
   * with one.
   */
  static List<String> references(ModelFolder folder) {
    Set<String> forms =
        folder.forms().keySet().stream().map(ModelFolder::base).collect(Collectors.toSet());
    List<String> broken = new ArrayList<>();
    Set<String> used = new HashSet<>(Set.of("submit-request"));
    for (UserTask task : folder.all(UserTask.class)) {
      used.add(String.valueOf(task.getCamundaFormRef()));
      boolean own =
          kebab(task.getId()).equals(task.getCamundaFormRef())
              && forms.contains(task.getCamundaFormRef());
      if (!own || !"deployment".equals(task.getCamundaFormRefBinding())) {
        broken.add(task.getId() + " has form " + task.getCamundaFormRef());
      }
    }
    forms.stream()
        .filter(form -> !used.contains(form))
        .forEach(form -> broken.add(form + " serves no task"));
    return broken;
  }

  private static String kebab(String id) {
    return id.substring(id.indexOf('_') + 1).replaceAll("([A-Z])", "-$1").toLowerCase();
  }

  static List<String> components(ModelFolder folder) {
    List<String> broken = new ArrayList<>();
    folder
        .forms()
        .forEach(
            (file, form) -> {
              if (form.path("schemaVersion").asInt() != 16
                  || !"7.24.0".equals(form.path("executionPlatformVersion").asText())) {
                broken.add(base(file) + " is made for another platform");
              }
              Set<String> keys = new HashSet<>();
              for (JsonNode component : form.path("components")) {
                String name = name(component);
                problems(component)
                    .forEach(problem -> broken.add(base(file) + "." + name + ": " + problem));
                if (!keys.add(name)) {
                  broken.add(base(file) + "." + name + " stands twice");
                }
              }
            });
    return broken;
  }

  private static List<String> problems(JsonNode component) {
    String type = component.path("type").asText();
    List<String> problems = new ArrayList<>();
    if (!RENDERED.contains(type)) {
      problems.add("Tasklist cannot render " + type);
    }
    if (COMPUTED.stream().anyMatch(component::has) || hasExpression(component)) {
      problems.add("computed on the page");
    }
    if ("text".equals(type)) {
      return problems;
    }
    if (component.path("label").asText().isBlank() || !component.path("validate").has("required")) {
      problems.add("no label or nothing said about required");
    }
    int longest = component.path("validate").path("maxLength").asInt(Integer.MAX_VALUE);
    if (TEXT_FIELDS.contains(type) && longest > LONGEST_STRING) {
      problems.add("a text without a limit of at most " + LONGEST_STRING);
    }
    if (CHOICES.contains(type)
        && component.path("values").isEmpty() != FILLED.contains(name(component))) {
      problems.add("no options");
    }
    return problems;
  }

  private static boolean hasExpression(JsonNode node) {
    if (node.isTextual()) {
      return node.asText().startsWith("=") || node.asText().contains("{{");
    }
    for (JsonNode child : node) {
      if (hasExpression(child)) {
        return true;
      }
    }
    return false;
  }

  /** Every text that a person reads stands in every language, and nothing else does. */
  static List<String> texts(ModelFolder folder) {
    Set<String> names = names(folder);
    Set<String> translated = new TreeSet<>(names);
    folder
        .forms()
        .forEach(
            (file, form) ->
                form.path("components")
                    .forEach(component -> translated.addAll(keys(base(file), component))));
    List<String> broken = new ArrayList<>();
    folder
        .texts()
        .forEach(
            (language, texts) -> {
              Set<String> expected = "en".equals(language) ? names : translated;
              expected.stream()
                  .filter(key -> texts.getProperty(key, "").isBlank())
                  .forEach(key -> broken.add(language + " lacks " + key));
              texts.stringPropertyNames().stream()
                  .filter(key -> !expected.contains(key))
                  .forEach(key -> broken.add(language + " keeps " + key));
              texts.stringPropertyNames().stream()
                  .filter(key -> texts.getProperty(key).matches("(?s).*[{}'].*"))
                  .forEach(
                      key -> broken.add(language + " has a character with a meaning in " + key));
            });
    return broken;
  }

  private static Set<String> names(ModelFolder folder) {
    Set<String> names = new TreeSet<>();
    folder.all(Process.class).forEach(process -> names.add("process." + process.getId() + ".name"));
    for (FlowNode node : folder.all(FlowNode.class)) {
      if (node instanceof UserTask) {
        names.addAll(
            List.of("task." + node.getId() + ".name", "task." + node.getId() + ".documentation"));
      } else if (!(node instanceof Gateway)) {
        names.add("element." + node.getId() + ".name");
      }
    }
    return names;
  }

  private static List<String> keys(String form, JsonNode component) {
    String stem = "form." + form + "." + name(component) + ".";
    if ("text".equals(component.path("type").asText())) {
      return List.of(stem + "text");
    }
    List<String> keys = new ArrayList<>(List.of(stem + "label"));
    if (component.has("description")) {
      keys.add(stem + "description");
    }
    component
        .path("values")
        .forEach(option -> keys.add(stem + "option." + option.path("value").asText()));
    return keys;
  }

  private static String name(JsonNode component) {
    return component.path("key").asText(component.path("id").asText());
  }

  /** The English bundle says the same as the model, which Tasklist shows. */
  static List<String> englishTexts(ModelFolder folder) {
    Properties english = folder.texts().get("en");
    Map<String, String> drawn = new HashMap<>();
    folder
        .all(Process.class)
        .forEach(process -> drawn.put("process." + process.getId() + ".name", process.getName()));
    folder
        .all(FlowNode.class)
        .forEach(
            node -> {
              String kind = node instanceof UserTask ? "task." : "element.";
              drawn.put(kind + node.getId() + ".name", node.getName());
              documentation(node)
                  .forEach(text -> drawn.put(kind + node.getId() + ".documentation", text));
            });
    return drawn.entrySet().stream()
        .filter(
            entry ->
                english.containsKey(entry.getKey())
                    && !english.getProperty(entry.getKey()).equals(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Stream<String> documentation(BaseElement element) {
    return element.getDocumentations().stream().map(text -> text.getTextContent().strip());
  }
}
