package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.socle.evidence.Evidence;
import org.socle.operation.TestDatabase;
import org.socle.security.Accounts;
import org.socle.security.Function;
import org.socle.security.NewAccount;
import org.socle.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * From an installation without sample accounts to the first request: an administrator sets up a
 * country by its file and changes it on its pages; the government asks for support in its language.
 */
@ExtendWith(Chromium.Installed.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "socle.demo=false")
class EmptyInstallationIT {

  private static final String PASSWORD = "a sentence of words";
  private static final double LONGEST_WAIT_MS = 20_000;

  private static Chromium chromium;

  @Autowired private Accounts accounts;
  @LocalServerPort private int port;
  private final List<BrowserContext> opened = new ArrayList<>();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
  }

  @BeforeAll
  static void startChromium() {
    chromium = Chromium.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MS);
  }

  @AfterAll
  static void closeChromium() {
    chromium.close();
  }

  @AfterEach
  void closeBrowsers() {
    opened.forEach(BrowserContext::close);
  }

  private Page signedIn(String account, String language) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL("http://localhost:" + port)
                    .setLocale(language)
                    .setViewportSize(1300, 950));
    context.setDefaultTimeout(LONGEST_WAIT_MS);
    opened.add(context);
    Page page = context.newPage();
    page.navigate("/login");
    page.locator("#username").fill(account);
    page.locator("#password").fill(PASSWORD);
    page.locator("form[action='/login'] button").click();
    page.waitForURL(address -> !address.contains("/login"));
    return page;
  }

  private void account(String name, Role role, Map<String, Set<Function>> functions) {
    accounts.create(
        new NewAccount(
            name, name, "", "en", PASSWORD, Set.of(role), functions, functions.keySet(), Set.of()),
        Evidence.SYSTEM);
  }

  @Test
  void leadsFromNothingToTheFirstRequest() {
    account("first-administrator", Role.ADMINISTRATOR, Map.of());
    Page page = signedIn("first-administrator", "en-GB");
    page.navigate("/countries");
    page.getByText("Country file").click();
    page.locator("#field-file")
        .setInputFiles(Path.of("src/main/resources/demo/country-training.yaml"));
    page.locator("button[value=check]").click();
    assertThat(page.locator("h1")).hasText("Check the change");
    assertThat(page.locator("main")).containsText("Conseil du patronat d’Arbèle");
    page.locator("button[value=send]").click();
    page.waitForURL("**/countries/XAR?saved");
    assertThat(page.locator("h1")).hasText("Arbela (training)");
    assertThat(page.locator(".note.done")).isVisible();

    page.locator("a[href='/countries/XAR/holidays']").click();
    page.locator("[name='own_days.2.day']").fill("--02-30");
    page.locator("[name='own_days.2.name']").fill("Day of the river");
    page.locator("button[value=check]").click();
    page.locator(".problems a").click();
    assertThat(page.locator("[name='own_days.2.day']")).isFocused();
    assertThat(page.locator("[name='own_days.2.name']")).hasValue("Day of the river");
    page.locator("[name='own_days.2.day']").fill("--02-20");
    page.locator("button[value=check]").click();
    assertThat(page.locator("main")).containsText("Every 20 February: Day of the river");
    page.locator("button[value=send]").click();
    page.waitForURL("**/countries/XAR?saved");
    assertThat(page.locator("#holidays").locator("..")).containsText("Day of the river");

    account("premier", Role.STAKEHOLDER, Map.of("XAR", Set.of(Function.GOVERNMENT_FOCAL_POINT)));
    account("bureau", Role.COORDINATOR, Map.of("XAR", Set.of(Function.RC_OFFICE)));
    Page request = signedIn("premier", "fr-FR");
    request.navigate("/request?lang=fr");
    assertThat(request.locator("select[name=country]")).hasValue("XAR");
    assertThat(request.locator("select[name=country]")).containsText("Arbèle (formation)");
    FormPage form = new FormPage(request);
    form.type("title", "Un socle pour tous")
        .type("requestingInstitution", "Ministère du Travail")
        .mark("governmentOrigin", "true")
        .type("signatoryFunction", "Ministre du Travail")
        .choose("authorityLevel", "MINISTER")
        .mark("signedLetter", "true")
        .type("letterDate", "2026-11-02")
        .choose("subject", "PENSION")
        .check()
        .send();
    assertThat(request.locator(".note strong")).containsText("SPF-XAR-");

    Page staff = signedIn("bureau", "fr-FR");
    staff.navigate("/camunda/app/tasklist/default/");
    assertThat(staff.getByText("Examiner la demande").first()).isVisible();
    staff.navigate("/countries?lang=fr");
    assertThat(staff.locator("tbody tr")).hasCount(1);
  }
}
