package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socle.workflow.ProcessTestSupport;
import org.springframework.beans.factory.annotation.Autowired;

class CountryCommandTests extends ProcessTestSupport {

  private static final String TRAINING = "src/main/resources/demo/country-training.yaml";

  @Autowired private CountryCommand command;
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    out.reset();
    err.reset();
    return command.run(
        List.of(args),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String file(String text) throws IOException {
    Path file = folder.resolve("country.yaml");
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void setsUpThenChangesThenSaysThatNothingChanged() throws IOException {
    String text = Files.readString(Path.of(TRAINING)).replace("XAR", "XAC");
    assertThat(run(file(text))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("XAC (Arbela (training)) is set up.\n");
    assertThat(run(file(text))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("nothing was changed");

    jdbc.sql(
            "insert into national_process (id, reference, country, title, status, training, opened_at)"
                + " values (?, ?, 'XAC', 'T', 'RUNNING', true, now())")
        .params(caseId, "SPF-XAC-" + caseId.substring(0, 4))
        .update();
    assertThat(run(file(text.replace("ILO, WHO", "ILO").replace("20wd", "9d")))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            XAC (Arbela (training)) is changed:
              Resident agencies
              Terms
            1 case of the country runs and goes on by the rules it was started with.
              The next invitations go to the new list; agencies that were invited stay invited.
              What is asked from now on has the new terms; dates that are set stay.
            """);
  }

  @Test
  void printsAFileThatItReadsAgain() throws IOException {
    assertThat(run("--print", "XTR")).isZero();
    String printed = out.toString(StandardCharsets.UTF_8);
    assertThat(printed).startsWith("country: XTR\n").contains("acronym: \"MOL\"");
    assertThat(run(file(printed))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("nothing was changed");
    assertThat(run("--print", "XZZ")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("No country XZZ is set up.\n");
  }

  @Test
  void listsEveryProblemAndStoresNothing() throws IOException {
    String text = Files.readString(Path.of(TRAINING)).replace("XAR", "XAD");
    assertThat(run(file(text.replace("ILO", "OIT").replace("Africa/Cairo", "Cairo")))).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("is refused; nothing of it is stored.")
        .contains("  line 7: time_zone: “Cairo” is no time zone. Write region and city")
        .contains("  line 19: agencies: “OIT” is no agency. Take one of: ILO");
    assertThat(run("--print", "XAD")).isEqualTo(1);
  }

  @Test
  void tellsAWrongCallFromAFailure() throws IOException {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--print")).isEqualTo(2);
    assertThat(run("a", "b")).isEqualTo(2);
    assertThat(run(folder.resolve("none.yaml").toString())).isEqualTo(2);
    assertThat(run(folder.toString())).isEqualTo(2);
    assertThat(run(file(""))).isEqualTo(1);
  }
}
