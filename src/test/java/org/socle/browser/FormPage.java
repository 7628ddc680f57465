package org.socle.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * A page of ours on which something is asked: filled in, checked, sent.
 *
 * @param page the page, opened
 */
record FormPage(Page page) {

  FormPage type(String field, String text) {
    page.locator("[name='" + field + "']").fill(text);
    return this;
  }

  FormPage choose(String field, String value) {
    page.locator("select[name='" + field + "']").selectOption(value);
    return this;
  }

  FormPage mark(String field, String value) {
    page.locator("input[name='" + field + "'][value='" + value + "']").check();
    return this;
  }

  /** Asks to check the answers; what comes is the check page or this page with its problems. */
  FormPage check() {
    page.locator("button[name='_step'][value='check']").click();
    return this;
  }

  /** Sends what the check page shows. */
  FormPage send() {
    page.locator("button[name='_step'][value='send']").click();
    page.waitForURL("**/sent");
    return this;
  }

  /** Saves the row whose form asks for a field. */
  FormPage save(String field) {
    page.locator("form:has([name='" + field + "']) button[type=submit]").click();
    return this;
  }

  /** The list of what is wrong, at the top of the page. */
  Locator problems() {
    return page.locator(".problems li");
  }

  /** Fills in everything that a request for support must say. */
  FormPage request(String title) {
    return choose("country", PreparedCases.COUNTRY)
        .type("title", title)
        .type("requestingInstitution", "Ministry of Labour")
        .mark("governmentOrigin", "true")
        .type("signatoryFunction", "Minister of Labour")
        .choose("authorityLevel", "MINISTER")
        .mark("signedLetter", "true")
        .type("letterDate", "2026-11-02")
        .choose("subject", "PENSION");
  }
}
