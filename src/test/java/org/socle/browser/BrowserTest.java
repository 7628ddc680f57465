package org.socle.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.socle.operation.TestDatabase;
import org.socle.security.SampleAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The demo with its two cases, started once for all browser tests, and people who open it each in
 * their own browser.
 */
@ExtendWith(Chromium.Installed.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "socle.demo=true")
@Import({PreparedCases.class, DecidedCases.class})
abstract class BrowserTest {

  private static final double LONGEST_WAIT_MS = 20_000;

  private static Chromium chromium;

  @RegisterExtension final AfterTestExecutionCallback pictures = this::keepPictures;

  @Autowired PreparedCases cases;
  @Autowired DecidedCases decided;
  @LocalServerPort private int port;
  private final List<BrowserContext> opened = new ArrayList<>();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.registerEmbedded(registry);
  }

  @BeforeAll
  static void startChromium() {
    chromium = Chromium.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MS);
  }

  @AfterAll
  static void closeChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void closeBrowsers() {
    opened.forEach(BrowserContext::close);
  }

  /** An empty page of a browser of its own. */
  Page browser(Browser.NewContextOptions options) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                options
                    .setBaseURL("http://localhost:" + port)
                    .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(LONGEST_WAIT_MS);
    opened.add(context);
    return context.newPage();
  }

  /** The page on which a sample account lands after its sign-in, in English on a large screen. */
  Page signedIn(String account) {
    return signedIn(account, desk());
  }

  /** The page on which a sample account lands after its sign-in. */
  Page signedIn(String account, Browser.NewContextOptions options) {
    Page page = browser(options);
    page.navigate("/login");
    signIn(page, account);
    page.waitForURL(address -> !address.contains("/login"));
    return page;
  }

  static void signIn(Page page, String account) {
    page.locator("#username").fill(account);
    page.locator("#password").fill(SampleAccounts.PASSWORD);
    page.locator("form[action='/login'] button").click();
  }

  static Browser.NewContextOptions desk() {
    return new Browser.NewContextOptions().setViewportSize(1500, 950).setLocale("en-GB");
  }

  private void keepPictures(ExtensionContext test) {
    if (test.getExecutionException().isEmpty()) {
      return;
    }
    String name =
        test.getRequiredTestClass().getSimpleName() + "-" + test.getRequiredTestMethod().getName();
    List<Page> pages = opened.stream().flatMap(context -> context.pages().stream()).toList();
    for (int i = 0; i < pages.size(); i++) {
      Path file = Path.of("target", "browser", name + "-" + i + ".png");
      pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
  }
}
