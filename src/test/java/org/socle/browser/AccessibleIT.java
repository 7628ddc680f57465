package org.socle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socle.nationalprocess.CaseRecord;

/**
 * Every page of ours can be read and used by everybody: by WCAG 2 A and AA, by keyboard, on a
 * narrow screen.
 */
class AccessibleIT extends BrowserTest {

  private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  @Test
  void signInPage() {
    Page page = browser(desk());
    page.navigate("/login");
    examine("sign-in", page);
    page.locator("#username").fill("nobody");
    page.locator("#password").fill("wrong");
    page.locator("form[action='/login'] button").click();
    page.locator(".problems").waitFor();
    examine("sign-in refused", page);
  }

  @Test
  void myTasksAndAForm() {
    CaseRecord opened = cases.atNominations("Floor for everybody");
    Page page = signedIn("finance");
    page.navigate("/my-tasks");
    examine("my tasks", page);
    String address =
        "/my-tasks/" + cases.dutyOf("finance", opened, "userTask_answerNomination").id();
    page.navigate(address);
    examine("form", page);
    FormPage form = new FormPage(page).check();
    form.problems().first().waitFor();
    examine("form with problems", page);
    form.mark("answer", "DECLINE").type("reason", "No staff.").check();
    page.locator("dl.answers").waitFor();
    examine("check page", page);
    form.send();
    examine("answer sent", page);
    page.navigate(address);
    examine("closed task", page);
  }

  @Test
  void roundAndItsCheckPage() {
    CaseRecord training = cases.training();
    Page page = signedIn("finance");
    page.navigate(
        "/my-tasks/" + cases.dutyOf("finance", training, "userTask_answerPositions").id());
    examine("round", page);
    FormPage form = new FormPage(page).check();
    form.problems().first().waitFor();
    examine("round with problems", page);
    for (int row = 0; row < 3; row++) {
      page.locator("section.row").nth(row).locator("[value=SUPPORT]").check();
    }
    form.check();
    page.locator("dl.answers").first().waitFor();
    examine("check page of the round", page);
  }

  @Test
  void casesAndBothCasesOfTheDemo() {
    Page page = signedIn("coordinator");
    for (String path :
        List.of(
            "/",
            "/cases",
            "/cases/" + cases.training().id(),
            "/cases/" + cases.published().id(),
            "/cases/" + cases.training().id() + "/evidence?check=yes")) {
      page.navigate(path);
      examine(path, page);
    }
  }

  @Test
  void aRunningCaseWithItsDiagram() {
    Page page = signedIn("coordinator");
    page.navigate("/cases/" + cases.training().id());
    page.locator("#diagram .is-now").waitFor();
    examine("case with its diagram", page);
  }

  @Test
  void requestAndItsCheckPage() {
    Page page = signedIn("focal-point");
    page.navigate("/request");
    examine("request", page);
    FormPage form = new FormPage(page).request("Floor to be checked").type("title", "").check();
    form.problems().first().waitFor();
    examine("request with problems", page);
    form.type("title", "Floor to be checked").check();
    page.locator("dl.answers").waitFor();
    examine("check page of the request", page);
    form.send();
    examine("request sent", page);
  }

  @Test
  void stakeholderMap() {
    CaseRecord opened = cases.atMap("Floor with a map");
    Page page = signedIn("coordinator");
    page.navigate("/cases/" + opened.id() + "/stakeholders");
    examine("stakeholder map", page);
  }

  @Test
  void recommendationsAndAttendance() {
    CaseRecord opened = cases.atRecommendations("Floor in a round");
    Page page = signedIn("coordinator");
    page.navigate("/cases/" + opened.id() + "/recommendations");
    examine("recommendations", page);
    FormPage form = new FormPage(page).save("title");
    form.problems().first().waitFor();
    examine("recommendations with problems", page);
    form.choose("guarantee", "G4")
        .type("title", "Pension for all")
        .type("text", "Pay it.")
        .mark("priority", "1");
    form.save("title");
    page.locator(".note.done").waitFor();
    examine("recommendation saved", page);
    cases.convene(opened);
    page.navigate("/cases/" + opened.id() + "/attendance");
    examine("attendance", page);
  }

  @Test
  void decisionAndItsCheckPage() {
    CaseRecord opened = decided.atDecision("Floor to be decided");
    Page page = signedIn("decision-clerk");
    page.navigate("/cases/" + opened.id() + "/decision");
    examine("decision", page);
    page.locator("div.buttons button[value=check]").click();
    page.locator(".problems a").first().waitFor();
    examine("decision with problems", page);
  }

  @Test
  void errorPages() {
    Page page = signedIn("manager");
    for (String path : List.of("/my-tasks", "/cases/no-such-case")) {
      assertThat(page.navigate(path).status()).isGreaterThan(400);
      examine("error of " + path, page);
    }
  }

  private static void examine(String name, Page page) {
    assertThat(page.evaluate("document.activeElement.tagName"))
        .as(name + ": focus at the start")
        .isEqualTo("BODY");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
        .as(name + ": first stop of Tab")
        .isEqualTo("#content");
    picture(name, page);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      AxeResults results = new AxeBuilder(page).withTags(LEVELS).analyze();
      assertThat(results.getViolations()).as(name + " in " + scheme).isEmpty();
    }
    page.setViewportSize(320, 800);
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(name + " without a horizontal bar at 320 px")
        .isTrue();
    picture(name + " narrow", page);
    page.setViewportSize(1500, 950);
  }

  /** For whoever wants to look at every page. */
  private static void picture(String name, Page page) {
    Path file = Path.of("target", "browser", "pages", name.replaceAll("\\W+", "-") + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
