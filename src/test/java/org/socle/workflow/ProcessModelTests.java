package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

class ProcessModelTests {

  private static final ModelFolder FOLDER =
      ModelFolder.read(Path.of("processes"), Path.of("src/main/resources/messages"));

  @Test
  void findsTheFiveProcessesAndTheirContributions() {
    assertThat(FOLDER.all(Process.class))
        .extracting(Process::getId)
        .containsExactlyInAnyOrder(
            "national-process",
            "support-request",
            "support-request-agency-answer",
            "working-group",
            "working-group-nomination",
            "dialogue-round",
            "dialogue-round-position",
            "validation",
            "validation-opinion",
            "validation-condition");
  }

  @Test
  void namesFilesByTheirIds() {
    assertThat(NameRules.files(FOLDER)).isEmpty();
  }

  @Test
  void usesEachFileNameOnce() {
    assertThat(NameRules.uniqueFiles(FOLDER)).isEmpty();
  }

  @Test
  void namesElementsByTheirLabels() {
    assertThat(NameRules.elements(FOLDER)).isEmpty();
  }

  @Test
  void namesFlowsByWhatTheyConnectOrAnswer() {
    assertThat(NameRules.flows(FOLDER)).isEmpty();
  }

  @Test
  void namesMessagesAndPoolsByRule() {
    assertThat(NameRules.messagesAndPools(FOLDER)).isEmpty();
  }

  @Test
  void callsTheDelegateOfTheLabel() {
    assertThat(NameRules.delegates(FOLDER)).isEmpty();
  }

  @Test
  void hasOneBeanPerLabel() {
    assertThat(NameRules.oneBeanPerLabel(FOLDER)).isEmpty();
  }

  @Test
  void setsTimeToLiveVersionAndDocumentation() {
    assertThat(EngineRules.processes(FOLDER)).isEmpty();
  }

  @Test
  void startsOnlyTheNationalProcessByHand() {
    assertThat(EngineRules.startedByHand(FOLDER)).isEmpty();
  }

  @Test
  void holdsNoCode() {
    assertThat(EngineRules.code(FOLDER)).isEmpty();
  }

  @Test
  void asksQuestionsAtGatewaysWithADefault() {
    assertThat(EngineRules.gateways(FOLDER)).isEmpty();
  }

  @Test
  void givesEachUserTaskAFunctionATermAndAReason() {
    assertThat(EngineRules.userTasks(FOLDER)).isEmpty();
  }

  @Test
  void saysWhyForEveryTimer() {
    assertThat(EngineRules.timers(FOLDER)).isEmpty();
  }

  @Test
  void callsProcessesOfTheSameDeploymentWithTheCase() {
    assertThat(EngineRules.calls(FOLDER)).isEmpty();
  }

  @Test
  void buildsContributionsAlike() {
    assertThat(EngineRules.contributions(FOLDER)).isEmpty();
  }

  @Test
  void drawsEveryElement() {
    assertThat(EngineRules.diagrams(FOLDER)).isEmpty();
  }

  @Test
  void givesEachUserTaskItsForm() {
    assertThat(FormRules.references(FOLDER)).isEmpty();
  }

  @Test
  void usesOnlyComponentsThatTasklistRenders() {
    assertThat(FormRules.components(FOLDER)).isEmpty();
  }

  @Test
  void saysEverythingInThreeLanguages() {
    assertThat(FormRules.texts(FOLDER)).isEmpty();
  }

  @Test
  void saysTheSameInTheModelAndInTheEnglishBundle() {
    assertThat(FormRules.englishTexts(FOLDER)).isEmpty();
  }

  @Test
  void hasABeanForEveryDelegate() throws IOException {
    Set<String> classes = compiled();
    List<String> missing =
        NameRules.automatic(FOLDER)
            .map(FlowNode::getName)
            .map(label -> ModelFolder.capital(ModelFolder.camel(label)) + "Delegate")
            .filter(name -> !classes.contains(name))
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void hasAStepForEveryUserTask() throws IOException {
    Set<String> classes = compiled();
    List<String> missing =
        FOLDER.all(UserTask.class).stream()
            .map(UserTask::getName)
            .map(label -> ModelFolder.capital(ModelFolder.camel(label)) + "Step")
            .filter(name -> !classes.contains(name))
            .toList();
    assertThat(missing).isEmpty();
  }

  private static Set<String> compiled() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("target/classes/org/socle/workflow"))) {
      return files.map(ModelFolder::base).collect(Collectors.toSet());
    }
  }
}
