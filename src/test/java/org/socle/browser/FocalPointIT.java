package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The government's focal point asks for support. */
class FocalPointIT extends BrowserTest {

  @Test
  void submitsARequestAndFindsItAmongTheCases() {
    Page page = signedIn("focal-point");
    page.locator("nav.doors").getByText("Request support").click();
    FormPage form = new FormPage(page);

    form.request("Floor of the west")
        .type("title", "")
        .type("objectives", "Pensions in every village")
        .check();
    assertThat(form.problems()).hasText("Title of the request: Enter a value.");
    assertThat(page.locator("[name=objectives]")).hasValue("Pensions in every village");
    assertThat(page.locator("[name=authorityLevel]")).hasValue("MINISTER");
    assertThat(page.locator("[name=letterDate]")).hasValue("2026-11-02");
    assertThat(page.locator("[name=signedLetter]")).isChecked();

    form.type("title", "Floor of the west").check();
    assertThat(page.locator("h1")).hasText("Check your answers before sending");
    assertThat(page.locator("dl.answers")).containsText("Pensions in every village");
    form.send();

    String reference = cases.titled("Floor of the west").reference();
    assertThat(page.locator(".note strong")).hasText(reference);
    page.locator("nav.doors").getByText("Cases").click();
    assertThat(page.locator("tbody tr:has-text('" + reference + "')"))
        .containsText("Floor of the west");
  }
}
