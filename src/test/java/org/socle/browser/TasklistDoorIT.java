package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes into the Tasklist, how they leave it, and what they read on the way in. */
class TasklistDoorIT extends BrowserTest {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  /** Texts and placeholders that are still the vendor's keys. */
  private static final String RAW_KEYS =
      """
      () => [document.body.innerText, ...[...document.querySelectorAll('[placeholder]')].map(one => one.placeholder)]
        .flatMap(text => text.match(/\\b[A-Z]{2,}(_[A-Z]{2,})+\\b/g) || [])
      """;

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "fr-FR", "es-ES"})
  void neverShowsKeysForWordsHoweverLateTheyCome(String language) {
    Page page = signedIn("coordinator", desk().setLocale(language));
    List<Route> held = new ArrayList<>();
    page.route("**/tasklist/locales/*.json*", held::add);
    page.navigate(TASKLIST);
    page.waitForCondition(() -> !held.isEmpty());
    // Without its settings it waits; with them it draws, words or not.
    page.waitForFunction(
        "() => !window.camTasklistConf || (" + RAW_KEYS.strip() + ")().length > 0");
    held.get(0).resume();
    page.locator(".task-filters").getByText("Waiting for stakeholders").click();
    page.locator("ol.tasks-list li.task").first().waitFor();

    assertThat((List<?>) page.evaluate(RAW_KEYS)).isEmpty();
    held.stream().skip(1).forEach(Route::resume);
  }

  /** Without our settings' wait, what the test above looks for is there. */
  @Test
  void wouldShowKeysIfItsSettingsDidNotWait() {
    Page page = signedIn("coordinator");
    List<Route> held = new ArrayList<>();
    page.route("**/tasklist/locales/*.json*", held::add);
    page.route(
        "**/tasklist/scripts/config.js*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/javascript")
                    .setBody(
                        "export default {locales: {availableLocales: ['en'], fallbackLocale: 'en'}};")));
    page.navigate(TASKLIST);
    page.waitForCondition(() -> !held.isEmpty());
    page.waitForFunction("() => (" + RAW_KEYS.strip() + ")().includes('SEARCH_PLACEHOLDER')");
    held.forEach(Route::resume);
    page.locator(".task-filters").getByText("Waiting for stakeholders").click();
    page.locator("ol.tasks-list li.task").first().waitFor();

    List<?> keys = (List<?>) page.evaluate(RAW_KEYS);
    System.out.println("Keys that stay without the wait: " + keys);
    assertThat(keys).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | You may not open this page
          fr | Vous ne pouvez pas ouvrir cette page
          es | No puede abrir esta página
          """)
  void turnsAStakeholderAwayInTheirLanguage(String language, String words) {
    Page page = browser(desk());
    page.navigate("/login?lang=" + language);
    signIn(page, "stakeholder");
    page.waitForURL("**/my-tasks");

    Response answer = page.navigate(TASKLIST);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(page.locator("html")).hasAttribute("lang", language);
    assertThat(page.locator("main")).containsText(words);
    page.navigate("/my-tasks");
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.url()).endsWith("/my-tasks");
  }

  @Test
  void leavesOurPagesTogetherWithTheTasklist() {
    Page page = signedIn("coordinator");
    Tasklist.open(page);

    page.locator("li.account > a").click();
    page.waitForResponse("**/logout", () -> page.locator("li.logout a").click());

    page.navigate("/cases");
    assertThat(page.locator("#username")).isVisible();
  }

  @Test
  void leavesTheTasklistTogetherWithOurPages() {
    Page page = signedIn("coordinator");
    Tasklist.open(page);
    page.navigate("/cases");

    page.locator("form.sign-out button").click();
    page.waitForURL("**/login?signed-out");

    page.navigate(TASKLIST);
    assertThat(page.locator("#username")).isVisible();
    assertThat(page.request().get("/camunda/api/engine/engine/default/task").status())
        .isEqualTo(401);
  }
}
