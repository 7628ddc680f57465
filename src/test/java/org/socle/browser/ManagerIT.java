package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A manager reads the cases and does nothing else. */
class ManagerIT extends BrowserTest {

  private static final List<String> CLOSED =
      List.of(
          "/my-tasks",
          "/request",
          "/people",
          "/countries",
          "/mails",
          "/open-page",
          "/camunda/app/tasklist/default/",
          "/camunda/app/cockpit/default/",
          "/camunda/app/admin/default/");

  @Test
  void readsTheCasesAndFindsNoOtherDoor() {
    Page page = signedIn("manager");

    assertThat(page.locator("nav.doors a")).hasText(new String[] {"Cases", "My account"});
    for (String path : CLOSED) {
      assertThat(page.navigate(path).status()).as(path).isEqualTo(403);
    }
    page.navigate("/cases");
    page.getByText(cases.training().title()).click();
    assertThat(page.locator("h1")).hasText(cases.training().title());
    assertThat(page.locator("#duties")).containsText("Coresia Trade Union Congress");
    assertThat(page.getByText("Tasklist")).hasCount(0);
  }
}
