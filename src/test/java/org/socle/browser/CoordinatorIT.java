package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socle.nationalprocess.CaseRecord;

/** The coordinator's way through Camunda Tasklist and the case page. */
class CoordinatorIT extends BrowserTest {

  private static final String SUBMIT =
      """
      async task => {
        const token = document.cookie.split('; ').find(part => part.startsWith('XSRF-TOKEN=')).substring(11);
        const answer = await fetch(`/camunda/api/engine/engine/default/task/${task}/submit-form`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
          body: JSON.stringify({ variables: { outcome: { value: 'ACCEPT' }, reason: { value: '' } } })
        });
        return { status: answer.status, body: await answer.text() };
      }
      """;

  @Test
  void takesARequestFromTheSignInToTheFirstNomination() {
    String title = "Floor of the north";
    Page focalPoint = signedIn("focal-point");
    focalPoint.navigate("/request");
    new FormPage(focalPoint).request(title).check().send();
    CaseRecord opened = cases.titled(title);
    Page page = browser(desk());
    AtomicInteger signIns = countOf(page, "/login");

    page.navigate("/login");
    signIn(page, "coordinator");
    page.waitForURL("**/cases");
    acceptAndAppraise(page, opened);
    agenciesAnswer(title);
    cases.open(opened, "userTask_confirmLeadAgency");
    Tasklist.open(page)
        .claim(opened, "Confirm lead agency")
        .choose("Lead agency", "International Labour Organization (ILO)")
        .complete(opened, "Confirm lead agency");
    mapStakeholders(page, opened);

    assertThat(signIns).as("sign-in pages shown").hasValue(1);
    Page union = signedIn("stakeholder");
    Locator duty = dutyOn(union, title);
    assertThat(duty).containsText("Answer nomination");
    assertThat(duty).containsText("Coresia Trade Union Congress");
  }

  @ParameterizedTest
  @CsvSource({
    "fr-FR, Choisissez une tâche dans la liste., Lancer un processus, il y a",
    "es-ES, Elija una tarea de la lista., Iniciar un proceso, hace"
  })
  void readsTheTasklistInTheLanguageOfTheBrowser(
      String language, String hint, String start, String ago) {
    Page page = signedIn("coordinator", desk().setLocale(language));
    page.navigate("/camunda/app/tasklist/default/");

    // Texts that the Tasklist translates at once may come before its words; these follow them.
    assertThat(page.getByText(start)).isVisible();
    assertThat(page.getByText(hint)).isVisible();
    page.getByText("Waiting for stakeholders").click();
    assertThat(page.locator("ol.tasks-list, ul.tasks-list, .tasks-list").first()).containsText(ago);
    assertThat(page.locator(".ce-eol-banner")).isHidden();
  }

  @Test
  void startsAProcessInTheTasklist() {
    Page page = signedIn("coordinator");
    Tasklist.open(page)
        .startProcess("National process")
        .choose("Country", "Coresia (training)")
        .type("Title of the request", "Floor of the south")
        .type("Requesting institution", "Ministry of Labour")
        .mark("The requesting institution is part of the government")
        .type("Office of the signatory", "Minister of Labour")
        .choose("Level of the signatory", "Minister")
        .mark("A signed letter is attached or on file")
        .choose("Main subject", "Old-age pensions, actuarial work")
        .start();

    CaseRecord opened = cases.titled("Floor of the south");
    cases.open(opened, "userTask_checkRequest");
    assertThat(Tasklist.open(page).card(opened, "Check request")).containsText("XTR");
  }

  @Test
  void isToldWhichFieldOfAFormIsWrong() {
    CaseRecord opened = cases.requested("Floor of the east");
    String task = cases.open(opened, "userTask_checkRequest").get(0).taskId();
    Page page = signedIn("coordinator");
    Tasklist tasklist = Tasklist.open(page).claim(opened, "Check request").mark("Accept");

    tasklist.complete();
    assertThat(tasklist.form().getByLabel("Reason")).hasAttribute("aria-invalid", "true");
    @SuppressWarnings("unchecked")
    Map<String, Object> answer = (Map<String, Object>) page.evaluate(SUBMIT, task);

    assertThat(answer.get("status")).isEqualTo(400);
    assertThat(answer.get("body")).asString().contains("reason: Enter a value.");
    assertThat(cases.state(cases.open(opened, "userTask_checkRequest").get(0).id()))
        .isEqualTo("open");
  }

  private static void acceptAndAppraise(Page page, CaseRecord opened) {
    Tasklist.open(page)
        .claim(opened, "Check request")
        .mark("Accept")
        .type("Reason", "Signed by the minister.")
        .complete(opened, "Check request");
    Tasklist.open(page)
        .claim(opened, "Appraise jointly")
        .mark("In a new body")
        .complete(opened, "Appraise jointly");
  }

  private void agenciesAnswer(String title) {
    for (String agency : List.of("ilo", "who", "unicef")) {
      Page page = signedIn(agency);
      dutyOn(page, title).getByRole(AriaRole.LINK).click();
      new FormPage(page).mark("answer", "PARTICIPATE").check().send();
    }
  }

  private void mapStakeholders(Page page, CaseRecord opened) {
    cases.open(opened, "userTask_mapStakeholders");
    page.navigate("/cases/" + opened.id() + "/stakeholders");
    new FormPage(page)
        .type("acronym", "DWU")
        .type("name", "Domestic Workers’ Union")
        .choose("category", "WRK")
        .save("acronym");
    assertThat(page.locator("tbody")).containsText("Domestic Workers’ Union");
    Tasklist.open(page).claim(opened, "Map stakeholders").complete(opened, "Map stakeholders");
    assertThat(cases.open(opened, "userTask_answerNomination")).hasSize(10);
  }

  private static Locator dutyOn(Page page, String title) {
    page.navigate("/my-tasks");
    return page.locator("ul.duties li").filter(new Locator.FilterOptions().setHasText(title));
  }

  private static AtomicInteger countOf(Page page, String path) {
    AtomicInteger count = new AtomicInteger();
    page.onResponse(
        answer -> {
          if (answer.request().method().equals("GET") && answer.url().contains(path)) {
            count.incrementAndGet();
          }
        });
    return count;
  }
}
