package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;

/** The engine takes everything under {@code processes/} in one deployment. */
class ModelDeploymentTests extends ProcessTestSupport {

  private final ModelFolder folder =
      ModelFolder.read(Path.of("processes"), Path.of("src/main/resources/messages"));

  @Test
  void deploysEveryProcessDecisionAndFormAtOnce() {
    List<Deployment> deployments = repository.createDeploymentQuery().list();
    assertThat(deployments).hasSize(1);
    assertThat(repository.getDeploymentResourceNames(deployments.get(0).getId()))
        .containsExactlyInAnyOrderElementsOf(
            folder.files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.startsWith("."))
                .toList());
    assertThat(repository.createProcessDefinitionQuery().list())
        .extracting(ProcessDefinition::getKey)
        .containsExactlyInAnyOrderElementsOf(
            folder.all(Process.class).stream().map(Process::getId).toList());
    assertThat(repository.createDecisionDefinitionQuery().list())
        .extracting(DecisionDefinition::getKey)
        .containsExactlyInAnyOrderElementsOf(
            folder.decisions().keySet().stream().map(ModelFolder::base).toList());
  }

  @Test
  void keepsHistoryAsLongAsTheModelsSay() {
    assertThat(repository.createProcessDefinitionQuery().list())
        .allSatisfy(process -> assertThat(process.getHistoryTimeToLive()).isEqualTo(10950));
  }
}
