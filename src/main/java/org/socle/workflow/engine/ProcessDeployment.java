package org.socle.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys everything under {@code processes/} in one deployment under bare file names, before jobs
 * or web start. The names are the same from exploded classes and from the jar, so that nothing
 * changed means nothing deployed; and never only what changed, since forms and called processes are
 * bound to their deployment.
 */
@Component
class ProcessDeployment implements SmartInitializingSingleton {

  static final String NAME = "socle";

  private final RepositoryService repository;
  private final ResourcePatternResolver resources;
  private final String folder;

  ProcessDeployment(
      RepositoryService repository,
      ResourcePatternResolver resources,
      @Value("${socle.workflow.processes:classpath*:/processes/}") String folder) {
    this.repository = repository;
    this.resources = resources;
    this.folder = folder;
  }

  @Override
  public void afterSingletonsInstantiated() {
    SortedMap<String, Resource> files = files();
    if (!files.isEmpty()) {
      deploy(files);
    }
  }

  private void deploy(SortedMap<String, Resource> files) {
    DeploymentBuilder deployment =
        repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
    files.forEach((name, resource) -> add(deployment, name, resource));
    deployment.deploy();
  }

  private SortedMap<String, Resource> files() {
    SortedMap<String, Resource> files = new TreeMap<>();
    for (String ending : new String[] {"bpmn", "dmn", "form"}) {
      for (Resource resource : matching(folder + "**/*." + ending)) {
        String name = String.valueOf(resource.getFilename());
        if (files.put(name, resource) != null) {
          throw new IllegalStateException(
              "Two files are named " + name + "; names are unique across processes/");
        }
      }
    }
    return files;
  }

  private Resource[] matching(String pattern) {
    try {
      return resources.getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(DeploymentBuilder deployment, String name, Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      deployment.addInputStream(name, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
