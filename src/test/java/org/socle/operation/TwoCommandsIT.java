package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The replay as an operator calls it; beside a running program {@link StartIT} calls it. */
class TwoCommandsIT {

  private static final String REFERENCE = "SPF-PHL-2014-001";

  @TempDir Path folder;

  private String philippines = "";

  @BeforeEach
  void readTheFile() throws IOException {
    try (InputStream in = TwoCommandsIT.class.getResourceAsStream("/demo/philippines-2014.yaml")) {
      philippines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void replaysAFileOnceAndRefusesABadOneWithItsLine() throws Exception {
    Path bad = write("bad.yaml", philippines + "colour: blue\n");
    String refused = run("bad.log", 1, "replay", bad.toString());
    int line = (int) Files.readString(bad).lines().count();
    assertThat(refused)
        .contains("is refused; nothing of it is stored.")
        .containsPattern("line " + line + "\\b.*colour")
        .doesNotContain("\tat ");

    Path file = write("philippines.yaml", philippines);
    String told = run("first.log", 0, "replay", file.toString());
    assertThat(told)
        .contains(REFERENCE, "REQUEST", "WORKING_GROUP", "DIALOGUE", "VALIDATION")
        .containsPattern("17\\.2\\b")
        .containsPattern("\\b107(\\.0)?\\b")
        .doesNotContain("\tat ", "Socle is ready");

    String again = run("again.log", 1, "replay", file.toString());
    assertThat(again)
        .contains("this file was replayed before: " + REFERENCE)
        .doesNotContain("\tat ");
    checksTheEvidence();
    assertThat(folder.resolve("data/postgresql/postmaster.pid")).doesNotExist();
  }

  private void checksTheEvidence() throws Exception {
    assertThat(run("check.log", 0, "evidence", "check"))
        .containsPattern(REFERENCE + " +ok +\\d+ rows  head [0-9a-f]{64}")
        .contains("daily roots")
        .doesNotContain("WRONG", "\tat ");
    assertThat(run("check-one.log", 0, "evidence", "check", REFERENCE)).contains(REFERENCE);
    assertThat(run("check-none.log", 1, "evidence", "check", "SPF-NONE"))
        .contains("There is no case SPF-NONE.");
    assertThat(run("usage.log", 2, "evidence")).contains("Usage: evidence check [REFERENCE]");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String run(String log, int exitCode, String... arguments) throws Exception {
    Map<String, String> settings = Map.of("SOCLE_DATA_DIR", folder.resolve("data").toString());
    try (RunningProgram program = RunningProgram.start(folder.resolve(log), settings, arguments)) {
      int ended = program.awaitEnd();
      assertThat(ended).as(program.log()).isEqualTo(exitCode);
      return program.log();
    }
  }
}
