package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socle.nationalprocess.CaseRecord;

/**
 * The page of a running case: its diagram and the same in words, and the way to a task and back.
 */
class CasePageIT extends BrowserTest {

  @Test
  void marksTheCurrentStepInTheDiagramAndInTheList() {
    CaseRecord training = cases.training();
    Page page = browser(desk());
    List<String> refused = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")
              && !message.text().startsWith("Applying inline style")) {
            refused.add(message.text());
          }
        });
    page.navigate("/login");
    signIn(page, "coordinator");
    page.waitForURL("**/cases");
    page.navigate("/cases/" + training.id());

    Locator here = page.locator("#diagram .is-now");
    assertThat(here).hasCount(1);
    assertThat(here).hasAttribute("data-element-id", "receiveTask_awaitPositions");
    assertThat(page.locator("#diagram .mark.now")).hasText("Here now");
    assertThat(page.locator("#steps [aria-current=step] .step")).hasText("Await positions");
    assertThat(page.locator("#steps [data-element]")).hasCount(page.locator("#steps li").count());
    assertThat(page.locator("#diagram .is-done")).hasCount(page.locator("#steps .done").count());
    assertThat(page.locator(".bjs-powered-by")).isVisible();
    assertThat(refused).isEmpty();

    page.locator("nav.switch").getByText("National process").click();
    assertThat(page.locator("#diagram .is-now"))
        .hasAttribute("data-element-id", "callActivity_holdDialogue");
    page.locator("#steps [aria-current=step] a").click();
    assertThat(page.locator("#steps [aria-current=step] .step")).hasText("Await positions");
  }

  @Test
  void leadsToTheTaskInTasklistAndBack() {
    CaseRecord opened = cases.requested("Floor of the valley");
    String task = cases.open(opened, "userTask_checkRequest").get(0).taskId();
    Page page = signedIn("coordinator");
    page.navigate("/cases/" + opened.id());
    assertThat(page.locator("#duties a[href$='" + task + "']")).isVisible();

    page.locator(".todo a[href$='" + task + "']").click();
    Locator back = page.locator("form.fjs-form .fjs-form-field-text a");
    assertThat(back).hasText("Open the page of the case");
    assertThat(page.locator("form.fjs-form")).containsText(opened.reference());
    back.click();

    page.waitForURL("**/cases/" + opened.id());
    assertThat(page.locator("h1")).hasText("Floor of the valley");
  }

  @Test
  void saysTheSameInFrenchOnANarrowScreenWithoutScripts() {
    Page page =
        browser(new NewContextOptions().setViewportSize(320, 800).setJavaScriptEnabled(false));
    page.navigate("/login");
    page.getByText("Français").click();
    signIn(page, "coordinator");
    page.waitForURL("**/cases");
    page.navigate("/cases/" + cases.training().id());

    assertThat(page.locator("#diagram")).isHidden();
    assertThat(page.locator("#steps [aria-current=step]")).containsText("Attendre les positions");
    assertThat(page.locator("#steps [aria-current=step]")).containsText("en cours depuis le");
    assertThat(page.locator("#standing")).containsText("Dans les délais");
    assertThat(page.locator("#plan tbody tr")).hasCount(4);
  }

  @Test
  void drawsTheDiagramInTheReadersLanguage() {
    Page page = signedIn("manager");
    page.navigate("/cases/" + cases.training().id() + "?process=support-request&lang=fr");

    assertThat(page.locator("#diagram")).containsText("Examiner la");
    assertThat(page.locator("#diagram")).not().containsText("Check");
  }

  @Test
  void saysThatThePublishedCaseHasNoPlan() {
    Page page = signedIn("auditor");
    page.navigate("/cases/" + cases.published().id());

    assertThat(page.locator("#plan")).containsText("No plan was published for this case");
    assertThat(page.locator("#plan rect.planned")).hasCount(0);
    assertThat(page.locator("#standing")).containsText("Nobody: the case is closed.");
  }
}
