package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.socle.operation.RunningProgram;

/** From an empty database and no setting to an administrator at work. */
@ExtendWith(Chromium.Installed.class)
class FirstStartIT {

  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/setup/\\S+)");

  @TempDir Path folder;

  private RunningProgram start(String log) {
    return RunningProgram.start(
        folder.resolve(log),
        Map.of("SOCLE_DATA_DIR", folder.resolve("data").toString(), "SOCLE_DEMO", "false"));
  }

  @Test
  void makesTheAdministratorThroughThePrintedLink() throws Exception {
    try (Chromium chromium = Chromium.start()) {
      String link;
      try (RunningProgram program = start("first.log").awaitReady()) {
        Page page = page(chromium, program, "en-GB");
        Response closed = page.navigate("/");
        assertThat(closed.status()).isEqualTo(503);
        assertThat(page.locator("h1")).hasText("This installation is not set up yet");
        examine(page);

        link = link(program);
        makeTheAdministrator(page, link);
        signIn(page);
        page.navigate("/");
        assertThat(page.locator("main")).containsText("Cockpit");
        assertThat(program.log()).doesNotContain("a sentence of words");
      }
      try (RunningProgram again = start("again.log").awaitReady()) {
        assertThat(again.log()).doesNotContain("/setup/");
        Page page = page(chromium, again, "fr-FR");
        assertThat(page.navigate(link).status()).isEqualTo(410);
        assertThat(page.locator("h1")).hasText("Ce lien a déjà servi");
        examine(page);
      }
    }
  }

  private static String link(RunningProgram program) {
    Matcher link = LINK.matcher(program.log());
    assertThat(link.find()).as(program.log()).isTrue();
    return link.group(1);
  }

  private static Page page(Chromium chromium, RunningProgram program, String language) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(program.address())
                    .setLocale(language)
                    .setViewportSize(1200, 900));
    context.setDefaultTimeout(20_000);
    return context.newPage();
  }

  private static void makeTheAdministrator(Page page, String link) {
    page.navigate(link);
    page.locator("#loginName").fill("ada");
    page.locator("#displayName").fill("Ada Administrator");
    page.locator("#email").fill("ada@example.org");
    page.locator("#password").fill("too short");
    page.locator("#again").fill("too short");
    examine(page);
    page.locator("main form button").click();
    assertThat(page.locator(".problems")).containsText("at least 12 characters");
    assertThat(page.locator("#loginName")).hasValue("ada");
    assertThat(page.locator("#password")).hasValue("");
    examine(page);
    page.locator("#password").fill("a sentence of words");
    page.locator("#again").fill("a sentence of words");
    page.locator("main form button").click();
    assertThat(page.locator(".note.done")).hasText("The administrator was made. Sign in.");
  }

  private static void signIn(Page page) {
    page.locator("#username").fill("ada");
    page.locator("#password").fill("a sentence of words");
    page.locator("main form button").click();
    page.waitForURL("**/camunda/app/cockpit/default/**");
    assertThat(page).hasTitle(Pattern.compile("Cockpit"));
  }

  private static void examine(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).as(page.url()).isEmpty();
    page.setViewportSize(360, 800);
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s without a horizontal bar", page.url())
        .isTrue();
    page.setViewportSize(1200, 900);
  }
}
