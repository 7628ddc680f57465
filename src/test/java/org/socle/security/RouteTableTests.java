package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;

/** The program's own routes against the written table of doors. */
class RouteTableTests {

  private static final Path WRITTEN = Path.of("src/docs/doors.md");

  /** What other parts than the program's controllers serve: static files and the engine. */
  private static final Set<String> SERVED_BY_OTHERS =
      Set.of("/css/", "/js/", "/webjars/", "/favicon.ico", "/camunda/");

  @Test
  void namesEveryRouteInTheTable() {
    List<Routes.Route> routes = Routes.all();
    assertThat(routes).hasSizeGreaterThan(50);
    assertThat(routes)
        .allSatisfy(
            route ->
                assertThat(Doors.of(route.sample("x")))
                    .as("a row of Doors for %s", route)
                    .hasValueSatisfying(
                        door -> assertThat(door.audience()).isNotEqualTo(Doors.Audience.NOBODY)));
  }

  @Test
  void closesWhatTheTableDoesNotName() {
    assertThat(Doors.of("/nowhere")).isEmpty();
    assertThat(Doors.of("/camunda/api/nowhere")).isEmpty();
    assertThat(Doors.of("/camunda")).isEmpty();
    assertThat(Doors.of("/actuator/env")).isEmpty();
  }

  @Test
  void keepsNoRowWithoutARoute() {
    List<Routes.Route> routes = Routes.all();
    List<String> idle =
        Doors.rows().stream()
            .filter(door -> SERVED_BY_OTHERS.stream().noneMatch(door.path().toString()::startsWith))
            .filter(
                door ->
                    routes.stream()
                        .noneMatch(
                            route -> Doors.of(route.sample("x")).filter(door::equals).isPresent()))
            .map(door -> door.path().toString())
            .toList();
    assertThat(idle).isEmpty();
  }

  @Test
  void closesTheEnginesSetUpInEveryWriting() {
    for (String path :
        List.of(
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/admin/SETUP/default/user/create",
            "/camunda/api/admin/%73etup/default/user/create",
            "/camunda/api/admin/setup;x=y/default/user/create",
            "/camunda/app/admin/default/setup/",
            "/camunda/app/admin/setup")) {
      assertThat(Doors.of(path))
          .as(path)
          .hasValueSatisfying(door -> assertThat(door.audience()).isEqualTo(Doors.Audience.NOBODY));
    }
  }

  @Test
  void writesTheTableDown() throws IOException {
    String made = DoorsDocument.write();
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/doors.md"), made);
    assertThat(Files.readString(WRITTEN))
        .as("src/docs/doors.md; target/doors.md is as it should be")
        .isEqualTo(made);
  }

  @Test
  void readsAlternativesOutOfARoute() {
    Set<String> samples =
        new Routes.Route("GET", "/cases/{caseId}/{act:suspend|resume}")
            .samples("c1").stream().collect(Collectors.toCollection(TreeSet::new));
    assertThat(samples).containsExactly("/cases/c1/resume", "/cases/c1/suspend");
    assertThat(PathContainer.parsePath("/cases/c1/resume").value()).isEqualTo("/cases/c1/resume");
  }
}
