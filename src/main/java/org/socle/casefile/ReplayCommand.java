package org.socle.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.socle.operation.Command;
import org.springframework.stereotype.Component;

/**
 * {@code replay FILE [--json]}: carries a case file through the models and tells what became of it.
 */
@Component
class ReplayCommand implements Command {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int WRONG_USAGE = 2;

  private final Replay replay;
  private final CaseReports reports;

  ReplayCommand(Replay replay, CaseReports reports) {
    this.replay = replay;
    this.reports = reports;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public int run(List<String> args) {
    return run(args, System.out, System.err);
  }

  int run(List<String> args, PrintStream out, PrintStream err) {
    List<String> files = args.stream().filter(word -> !word.equals("--json")).toList();
    if (files.size() != 1 || files.get(0).startsWith("--")) {
      err.println("Usage: replay FILE [--json]");
      return WRONG_USAGE;
    }
    Path path = Path.of(files.get(0));
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      err.println("There is no file " + path + " that can be read.");
      return WRONG_USAGE;
    }
    return replay(path, args.contains("--json"), out, err);
  }

  private int replay(Path path, boolean json, PrintStream out, PrintStream err) {
    try {
      String caseId = replay.run(read(path), err::println);
      CaseReport report = reports.of(caseId);
      out.print(json ? json(report) : ReportText.of(report));
      out.flush();
      return DONE;
    } catch (RefusedFileException e) {
      err.println(path + " is refused; nothing of it is stored.");
      e.problems().forEach(problem -> err.println("  " + problem));
      return REFUSED;
    } catch (IllegalStateException | IOException e) {
      err.println(path + " cannot be replayed: " + e.getMessage());
      return REFUSED;
    }
  }

  /** One byte more than a file may have is enough to refuse it. */
  private static byte[] read(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(YamlSource.LARGEST_FILE + 1);
    }
  }

  private static String json(CaseReport report) throws JsonProcessingException {
    ObjectMapper mapper =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);
    return mapper.writeValueAsString(report) + System.lineSeparator();
  }
}
