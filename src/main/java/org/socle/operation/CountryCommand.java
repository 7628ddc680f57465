package org.socle.operation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.socle.evidence.Evidence;
import org.socle.setup.CountryField;
import org.socle.setup.CountryFile;
import org.socle.setup.CountrySetUp;
import org.socle.setup.RefusedCountryException;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * {@code country FILE}: sets up a country or changes it; {@code country --print XTR} writes its
 * file. It needs the database for itself; beside a running program the page Countries does the
 * same.
 */
@Component
class CountryCommand implements Command {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int WRONG_USAGE = 2;
  private static final String PRINT = "--print";

  private final CountrySetUp countries;
  private final MessageSource messages;

  CountryCommand(CountrySetUp countries, MessageSource messages) {
    this.countries = countries;
    this.messages = messages;
  }

  @Override
  public String name() {
    return "country";
  }

  @Override
  public int run(List<String> args) {
    return run(args, System.out, System.err);
  }

  int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.size() == 2 && args.get(0).equals(PRINT)) {
      return print(args.get(1), out, err);
    }
    if (args.size() != 1 || args.get(0).startsWith("--")) {
      err.println("Usage: country FILE, or country --print CODE");
      return WRONG_USAGE;
    }
    Path path = Path.of(args.get(0));
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      err.println("There is no file " + path + " that can be read.");
      return WRONG_USAGE;
    }
    try {
      return tell(countries.store(countries.read(read(path)), null, Evidence.SYSTEM), out);
    } catch (RefusedCountryException e) {
      err.println(path + " is refused; nothing of it is stored.");
      e.problems().forEach(problem -> err.println("  " + words(problem)));
      return REFUSED;
    } catch (InvalidFormException e) {
      err.println(path + " is refused; nothing of it is stored.");
      e.errors().forEach(error -> err.println("  " + words(error)));
      return REFUSED;
    } catch (IOException e) {
      err.println(path + " cannot be read: " + e.getMessage());
      return REFUSED;
    }
  }

  private int print(String iso3, PrintStream out, PrintStream err) {
    Optional<String> file = countries.print(iso3);
    if (file.isEmpty()) {
      err.println("No country " + iso3 + " is set up.");
      return REFUSED;
    }
    out.print(file.get());
    out.flush();
    return DONE;
  }

  private int tell(CountrySetUp.Preview done, PrintStream out) {
    CountryFile file = done.after();
    String country = file.iso3() + " (" + file.names().get("en") + ")";
    if (done.changed().isEmpty()) {
      out.println(country + " stands as the file says; nothing was changed.");
    } else if (done.fresh()) {
      out.println(country + " is set up.");
    } else {
      out.println(country + " is changed:");
      done.changed().forEach(field -> out.println("  " + text("countries.field." + field.code())));
      running(done, out);
    }
    out.flush();
    return DONE;
  }

  private void running(CountrySetUp.Preview done, PrintStream out) {
    if (done.running() > 0) {
      out.println(text("countries.effect.running", done.running()));
      for (CountryField field : done.changed()) {
        out.println("  " + text("countries.effect." + field.code()));
      }
    }
  }

  /** One byte more than a file may have is enough to refuse it. */
  private static byte[] read(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(CountrySetUp.LARGEST_FILE + 1);
    }
  }

  private String words(RefusedCountryException.Problem problem) {
    String line = problem.line() == 0 ? "" : "line " + problem.line() + ": ";
    return line + words(problem.error());
  }

  private String words(FieldError error) {
    String field = error.field().isEmpty() ? "" : error.field() + ": ";
    return field + text(error.message(), error.arguments().toArray());
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, Locale.ENGLISH);
  }
}
