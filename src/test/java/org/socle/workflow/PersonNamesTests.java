package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people type about people stays in our tables; the engine keeps ids. */
class PersonNamesTests extends WholeCase {

  /** Replaced by the clarification, and a new text that nobody settled on. */
  private static final Set<String> NOT_KEPT =
      Set.of("submit-request.leadMinistry", "submit-request.objectives", "mediate-item.newText");

  @Test
  void leavesNothingThatWasTypedInTheEngine() throws IOException {
    walk(
        () ->
            assertThat(EngineTables.holding(jdbc, WORD))
                .as("engine tables while the case stands at %s", caseEngine.currentSteps(caseId))
                .isEmpty());

    assertThat(filled).containsExactlyInAnyOrderElementsOf(formFiles());
    assertThat(planted).hasSizeGreaterThan(100);
    String ours = ourTables();
    assertThat(planted.keySet().stream().filter(where -> !ours.contains(planted.get(where))))
        .as("texts that no table of ours holds")
        .allSatisfy(where -> assertThat(NOT_KEPT).contains(where.replaceAll("\\d+$", "")));
    assertThat(EngineTables.holding(jdbc, seats.seats(caseId).get(0).id())).as("ids").isNotEmpty();
    assertThat(EngineTables.holding(jdbc, "Garcia-Planted")).isEmpty();
    assertThat(EngineTables.holding(jdbc, "@planted.example")).isEmpty();
    System.out.printf(
        "%d texts, names and addresses typed into %d forms and the pages: none in an engine table%n",
        planted.size(), filled.size());
  }

  private List<String> formFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".form"))
          .map(name -> name.replace(".form", ""))
          .toList();
    }
  }

  /** Every row of every table that is not the engine's. */
  private String ourTables() {
    return jdbc
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'act\\_%'
            """)
        .query(String.class)
        .list()
        .stream()
        .flatMap(
            table ->
                jdbc
                    .sql("select to_jsonb(t)::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .stream())
        .collect(Collectors.joining("\n"));
  }
}
