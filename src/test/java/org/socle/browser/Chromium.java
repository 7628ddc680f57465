package org.socle.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The installed Chromium that browser tests drive; without one they are skipped, unless it is
 * required.
 */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome.exe");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Starts it; {@link IllegalStateException} when there is none. */
  static Chromium start() {
    return new Chromium(
        find()
            .orElseThrow(
                () -> new IllegalStateException("No Chromium on the PATH or in CHROMIUM_PATH")));
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> find() {
    Stream<Path> named =
        Stream.ofNullable(System.getenv("CHROMIUM_PATH"))
            .filter(path -> !path.isBlank())
            .map(Path::of);
    Stream<Path> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
  }

  /**
   * Skips a class where no Chromium is installed, with one line for all of them, unless {@code
   * browser.required}.
   */
  static final class Installed implements ExecutionCondition {

    private static final String MISSING =
        "Browser tests are skipped: no Chromium on the PATH; install one or set CHROMIUM_PATH";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (find().isPresent() || Boolean.getBoolean("browser.required")) {
        return ConditionEvaluationResult.enabled("");
      }
      context
          .getRoot()
          .getStore(Namespace.create(Installed.class))
          .getOrComputeIfAbsent(MISSING, Installed::say);
      return ConditionEvaluationResult.disabled(MISSING);
    }

    private static String say(String line) {
      System.out.println(line);
      return line;
    }
  }
}
