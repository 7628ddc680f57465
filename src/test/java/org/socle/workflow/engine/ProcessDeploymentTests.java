package org.socle.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The same deployment from exploded classes and from a jar. */
class ProcessDeploymentTests {

  private static final List<String> FILES =
      List.of(
          "processes/b/b.bpmn",
          "processes/a/a.bpmn",
          "processes/a/rule.dmn",
          "processes/a/ask.form");

  @TempDir private Path folder;

  @Test
  void namesTheSameResourcesInTheSameOrderFromClassesAndFromAJar() throws IOException {
    assertThat(deployed(exploded(FILES)))
        .containsExactly("a.bpmn", "ask.form", "b.bpmn", "rule.dmn");
    assertThat(deployed(jar())).isEqualTo(deployed(exploded(FILES)));
  }

  @Test
  void refusesTwoFilesOfOneName() throws IOException {
    Path twice = exploded(List.of("processes/a/same.form", "processes/b/same.form"));
    assertThatThrownBy(() -> deployed(twice)).hasMessageContaining("same.form");
  }

  private List<String> deployed(Path place) throws IOException {
    RepositoryService repository = mock(RepositoryService.class);
    DeploymentBuilder builder = mock(DeploymentBuilder.class, RETURNS_SELF);
    when(repository.createDeployment()).thenReturn(builder);
    try (URLClassLoader classes = new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
      new ProcessDeployment(
              repository,
              new PathMatchingResourcePatternResolver(classes),
              "classpath*:/processes/")
          .afterSingletonsInstantiated();
    }
    ArgumentCaptor<String> names = ArgumentCaptor.forClass(String.class);
    verify(builder, atLeast(1)).addInputStream(names.capture(), any());
    verify(builder).enableDuplicateFiltering(false);
    verify(builder).deploy();
    return names.getAllValues();
  }

  private Path exploded(List<String> files) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    for (String file : files) {
      Path path = classes.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file);
    }
    return classes;
  }

  private Path jar() throws IOException {
    Path jar = folder.resolve("app.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String entry : List.of("processes/", "processes/a/", "processes/b/")) {
        out.putNextEntry(new JarEntry(entry));
      }
      for (String file : FILES) {
        out.putNextEntry(new JarEntry(file));
        out.write(file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
