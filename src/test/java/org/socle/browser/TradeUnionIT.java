package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.socle.nationalprocess.CaseRecord;
import org.socle.tracking.Duties.Duty;

/** The trade union's seat answers in French on a phone whose browser runs no script. */
class TradeUnionIT extends BrowserTest {

  private static final String WORDS = "Le taux de cotisation doit être étudié d’abord.";

  @Test
  void answersANomination() {
    CaseRecord opened = cases.atNominations("Socle du nord");
    Duty duty = cases.dutyOf("stakeholder", opened, "userTask_answerNomination");
    Page page = inFrench();
    page.locator("ul.duties li")
        .filter(new Locator.FilterOptions().setHasText("Socle du nord"))
        .locator("a")
        .click();
    FormPage form = new FormPage(page);

    form.mark("answer", "NOMINATE")
        .type("fullMember", "Alba Ruiz")
        .type("letterReference", "L-7")
        .check();
    assertThat(page.locator(".problems h2")).hasText("Il y a un problème");
    assertThat(form.problems()).hasCount(1);
    assertThat(page.locator("[name=fullMember]")).hasValue("Alba Ruiz");
    form.type("substitute", "Bela Novak").check();
    assertThat(page.locator("dl.answers")).containsText("Bela Novak");
    form.send();

    assertThat(page.locator("h1")).hasText("Votre réponse a été reçue");
    assertThat(cases.state(duty.id())).isEqualTo("answered");
    page.navigate("/my-tasks");
    assertThat(
            page.locator("ul.duties li")
                .filter(new Locator.FilterOptions().setHasText("Socle du nord")))
        .hasCount(0);
  }

  @Test
  void answersARound() {
    CaseRecord training = cases.training();
    Duty duty = cases.dutyOf("stakeholder", training, "userTask_answerPositions");
    Page page = inFrench();
    page.navigate("/my-tasks/" + duty.id());
    FormPage form = new FormPage(page);
    Locator rows = page.locator("section.row");
    assertThat(rows).hasCount(3);

    rows.nth(0).locator("[value=SUPPORT]").check();
    rows.nth(1).locator("[value=SUPPORT_WITH_RESERVATION]").check();
    rows.nth(1).locator("textarea").fill(WORDS);
    form.check();
    assertThat(form.problems()).hasCount(1);
    assertThat(rows.nth(2).locator(".error")).isVisible();
    assertThat(rows.nth(1).locator("textarea")).hasValue(WORDS);
    assertThat(rows.nth(0).locator("[value=SUPPORT]")).isChecked();

    rows.nth(2).locator("[value=OBJECT]").check();
    rows.nth(2).locator("textarea").fill("Les communes n’ont pas de bureaux.");
    form.check();
    assertThat(page.locator("h1")).hasText("Vérifiez vos réponses avant l’envoi");
    assertThat(page.locator("main")).containsText(WORDS);
    assertThat(cases.state(duty.id())).isEqualTo("open");
    form.send();

    assertThat(page.locator("h1")).hasText("Votre réponse a été reçue");
    assertThat(cases.state(duty.id())).isEqualTo("answered");
    page.navigate("/cases/" + training.id());
    assertThat(page.locator("#rounds")).containsText(WORDS);
    assertThat(page.locator("#rounds")).containsText("Les communes n’ont pas de bureaux.");
  }

  private Page inFrench() {
    Page page =
        browser(new NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
    page.navigate("/login");
    page.getByText("Français").click();
    signIn(page, "stakeholder");
    page.waitForURL("**/my-tasks");
    assertThat(page.locator("h1")).hasText("Mes tâches");
    return page;
  }
}
