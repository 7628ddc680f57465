package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import java.util.regex.Pattern;
import org.socle.nationalprocess.CaseRecord;

/** Camunda Tasklist, as the coordinator uses it. */
final class Tasklist {

  private final Page page;

  private Tasklist(Page page) {
    this.page = page;
  }

  static Tasklist open(Page page) {
    page.navigate("/camunda/app/tasklist/default/");
    page.locator(".task-filters").getByText("My tasks").waitFor();
    return new Tasklist(page);
  }

  /** The card of a task in the list. */
  Locator card(CaseRecord in, String task) {
    return page.locator("ol.tasks-list li.task")
        .filter(new Locator.FilterOptions().setHasText(task))
        .filter(new Locator.FilterOptions().setHasText(in.reference()));
  }

  /** Opens a task of a case and claims it. */
  Tasklist claim(CaseRecord in, String task) {
    card(in, task).locator("h4 a").click();
    page.getByText("Claim", new GetByTextOptions().setExact(true)).locator("visible=true").click();
    assertThat(page.locator("button.unclaim")).isVisible();
    return this;
  }

  /** The form of the task or of the process to be started. */
  Locator form() {
    return page.locator("form.fjs-form");
  }

  Tasklist type(String label, String text) {
    form().getByLabel(Pattern.compile("^" + label)).fill(text);
    return this;
  }

  Tasklist mark(String label) {
    form().getByLabel(label).check();
    return this;
  }

  /** Chooses from a list; a list of these forms is opened by a click and is no select element. */
  Tasklist choose(String label, String option) {
    Locator field =
        form()
            .locator(".fjs-form-field-select")
            .filter(new Locator.FilterOptions().setHasText(label));
    field.locator(".fjs-input-group").click();
    field
        .locator(".fjs-dropdownlist-item")
        .getByText(option, new Locator.GetByTextOptions().setExact(true))
        .click();
    return this;
  }

  /** Presses Complete. */
  void complete() {
    page.locator(".form-actions button.btn-primary").click();
  }

  /** Completes a task and waits until it has left the list. */
  void complete(CaseRecord in, String task) {
    complete();
    assertThat(card(in, task)).hasCount(0);
  }

  /** Opens the dialog that starts a process, at its form. */
  Tasklist startProcess(String name) {
    page.getByText("Start process", new GetByTextOptions().setExact(true)).first().click();
    page.locator(".modal-body").getByText(name).click();
    form().waitFor();
    return this;
  }

  /** Presses Start in that dialog and waits until it is gone. */
  void start() {
    page.locator(".modal-footer button.btn-primary").locator("visible=true").click();
    assertThat(page.locator(".modal-dialog")).hasCount(0);
  }
}
