package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.socle.operation.RunningProgram;

/**
 * The way of the README from an empty installation to the first request: the command sets up a
 * country, the environment makes the administrator, who changes the country on its pages and
 * invites the government's focal point, who asks for support in the country's language.
 */
@ExtendWith(Chromium.Installed.class)
class EmptyInstallationIT {

  private static final String PASSWORD = "a sentence of words";

  @TempDir private Path folder;

  private RunningProgram start(String log, String... arguments) {
    return RunningProgram.start(
        folder.resolve(log),
        Map.of(
            "SOCLE_DATA_DIR",
            folder.resolve("data").toString(),
            "SOCLE_DEMO",
            "false",
            "SOCLE_ADMIN_USER",
            "admin",
            "SOCLE_ADMIN_PASSWORD",
            PASSWORD),
        arguments);
  }

  @Test
  void leadsFromNothingToTheFirstRequest() throws Exception {
    try (RunningProgram command =
        start("country.log", "country", "src/main/resources/demo/country-training.yaml")) {
      assertThat(command.awaitEnd()).as(command.log()).isZero();
      assertThat(command.log()).contains("XAR (Arbela (training)) is set up.");
    }
    try (Chromium chromium = Chromium.start();
        RunningProgram program = start("web.log").awaitReady()) {
      Page admin = page(chromium, program, "en-GB");
      signIn(admin, "admin");
      choosePassword(admin);
      changeTheHolidays(admin);
      sendAFile(admin);
      String invitation = invite(admin, "premier", "function-government-focal-point");
      String office = invite(admin, "bureau", "function-rc-office");

      Page premier = page(chromium, program, "fr-FR");
      accept(premier, invitation, "premier");
      request(premier);
      Page bureau = page(chromium, program, "fr-FR");
      accept(bureau, office, "bureau");
      bureau.navigate("/camunda/app/tasklist/default/");
      assertThat(bureau.getByText("Examiner la demande").first()).isVisible();
      bureau.navigate("/countries?lang=fr");
      assertThat(bureau.locator("tbody tr")).hasCount(1);
    }
  }

  /** The password of the environment is known to whoever reads it there. */
  private static void choosePassword(Page page) {
    page.locator("#password").fill(PASSWORD + " of its own");
    page.locator("#again").fill(PASSWORD + " of its own");
    page.locator("main form button").click();
    page.waitForURL(address -> !address.contains("/sign-in"));
  }

  private static void changeTheHolidays(Page page) {
    page.navigate("/countries");
    page.locator("a[href='/countries/XAR']").click();
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
    assertThat(page.locator("section:has(#holidays)")).containsText("Day of the river");
  }

  private static void sendAFile(Page page) {
    page.navigate("/countries");
    page.locator("main").getByText("Country file").click();
    page.locator("#field-file")
        .setInputFiles(Path.of("src/main/resources/demo/country-philippines.yaml"));
    page.locator("button[value=check]").click();
    assertThat(page.locator("main")).containsText("Federation of Free Workers");
    page.locator("button[value=send]").click();
    page.waitForURL("**/countries/PHL?saved");
    assertThat(page.locator("h1")).hasText("Philippines");
  }

  /** Without a mail server the link is shown, to be handed over. */
  private static String invite(Page page, String name, String function) {
    page.navigate("/people/add");
    new FormPage(page)
        .type("displayName", name)
        .type("loginName", name)
        .choose("language", "fr")
        .choose("country", "XAR")
        .mark(
            "function-rc-office".equals(function) ? "role-COORDINATOR" : "role-STAKEHOLDER", "true")
        .mark(function, "true")
        .check();
    page.locator("button[name='_step'][value='send']").click();
    page.waitForURL("**/people/acc-*");
    page.locator("form[action$='/link'] button").click();
    return URI.create(page.locator(".one-time code").textContent()).getPath();
  }

  private static void accept(Page page, String link, String name) {
    page.navigate(link);
    page.locator("[name=password]").fill(PASSWORD + " " + name);
    page.locator("[name=repeat]").fill(PASSWORD + " " + name);
    page.locator("main form button").click();
    assertThat(page).hasURL(Pattern.compile(".*/login\\?welcome"));
    signIn(page, name, PASSWORD + " " + name);
  }

  private static void request(Page page) {
    page.locator("nav.doors").getByText("Demander un appui").click();
    assertThat(page.locator("select[name=country]")).hasValue("XAR");
    assertThat(page.locator("select[name=country]")).containsText("Arbèle (formation)");
    new FormPage(page)
        .type("title", "Un socle pour tous")
        .type("requestingInstitution", "Ministère du Travail")
        .mark("governmentOrigin", "true")
        .type("signatoryFunction", "Ministre du Travail")
        .choose("authorityLevel", "MINISTER")
        .mark("signedLetter", "true")
        .type("letterDate", "2026-11-02")
        .choose("subject", "PENSION")
        .check()
        .send();
    assertThat(page.locator(".note strong")).containsText("SPF-XAR-");
  }

  private static void signIn(Page page, String name) {
    page.navigate("/login");
    signIn(page, name, PASSWORD);
  }

  private static void signIn(Page page, String name, String password) {
    page.locator("#username").fill(name);
    page.locator("#password").fill(password);
    page.locator("form[action='/login'] button").click();
    page.waitForURL(address -> !address.contains("/login"));
  }

  private static Page page(Chromium chromium, RunningProgram program, String language) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(program.address())
                    .setLocale(language)
                    .setViewportSize(1300, 950));
    context.setDefaultTimeout(20_000);
    return context.newPage();
  }
}
