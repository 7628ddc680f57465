package org.socle.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported is verified by a program that knows nothing but the document. */
class EvidenceExportTests {

  private static String export = "";

  @TempDir Path folder;

  @BeforeAll
  static void exportACase() throws IOException {
    EvidenceBooks books = new EvidenceBooks();
    for (String chain : new String[] {"a", "b", "case", "d", null}) {
      books.act(chain, 12);
    }
    books.run.pending().forEach(books.run::seal);
    books.roots.takeIfDue();
    books.act("case", 3);
    books.run.seal("case");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    books.export.json("case", "SPF-XTR-2026-001", out);
    export = out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSecondProgramComesToTheSameChainAndRoot() throws Exception {
    VerifierRun run = VerifierRun.of(folder, export);
    assertThat(run.output())
        .startsWith("OK SPF-XTR-2026-001: 15 rows, head ")
        .contains("evidence root 2026-03-02");
    assertThat(run.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"actor\":\"acc-",
        "\"action\":\"",
        "\"at\":\"2026",
        "\"subject\":\"subject-",
        "\\\"number\\\":",
        "\"rowHash\":\"",
        "\"link\":\"",
        "\"head\":\"",
        "\"merkle\":\"",
        "\"root\":\"",
        "\"previous\":\""
      })
  void theSecondProgramFindsOneChangedByte(String before) throws Exception {
    int at = export.indexOf(before) + before.length();
    assertThat(at).isGreaterThan(before.length());
    char other = export.charAt(at) == '7' ? '8' : '7';
    String changed = export.substring(0, at) + other + export.substring(at + 1);

    VerifierRun run = VerifierRun.of(folder, changed);

    assertThat(run.output()).contains("WRONG");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void theSecondProgramNamesTheRow() throws Exception {
    String changed = export.replaceFirst("acc-4", "acc-5");
    assertThat(VerifierRun.of(folder, changed).output())
        .containsPattern("row \\d+ at position 5: row changed or moved");
  }

  /** The verifier, run as an auditor runs it. */
  record VerifierRun(int exitCode, String output) {

    static VerifierRun of(Path folder, String export) throws IOException, InterruptedException {
      Path file = Files.writeString(folder.resolve("evidence.json"), export);
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "src/docs/VerifyEvidence.java",
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new VerifierRun(process.waitFor(), output);
    }
  }
}
