package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.socle.assessment.Recommendations;
import org.socle.dialogue.Rounds;
import org.socle.hostile.HostileStrings;
import org.socle.nationalprocess.CaseRecord;
import org.socle.security.Accounts;
import org.socle.security.NewAccount;
import org.socle.security.Role;
import org.socle.security.SampleAccounts;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.TaskCompletion;
import org.springframework.beans.factory.annotation.Autowired;

/** A case of hostile texts in a real browser: it shows them and does nothing else. */
class HostileTextIT extends BrowserTest {

  private static final long SEED = Long.getLong("hostile.seed", System.nanoTime());

  private final Random chance = new Random(SEED);
  private final List<String> events = new ArrayList<>();
  private int number = 500_000;

  @Autowired private Recommendations recommendations;
  @Autowired private Rounds rounds;
  @Autowired private Seats seats;
  @Autowired private TaskCompletion completion;
  @Autowired private Accounts accounts;

  private String text(int longest) {
    return HostileStrings.text(chance, ++number, longest, false);
  }

  @Test
  void showsTextsAndRunsNothingOfThem() {
    System.out.println("hostile.seed=" + SEED);
    String title = text(200);
    CaseRecord opened = cases.atNominations(title);
    for (Duty duty : cases.open(opened, "userTask_answerNomination")) {
      completion.complete(
          duty.id(),
          Map.of(
              "answer", "NOMINATE",
              "fullMember", text(150),
              "substitute", text(150),
              "letterReference", text(150)),
          new Actor("acc-test", Set.of(duty.group()), Set.of("XTR")));
    }
    Page page = listened(signedIn("coordinator"));
    formThatCameBack(page, opened);
    prepareRound(opened);

    page.navigate("/cases/" + opened.id());
    assertThat(page.locator("h1")).hasText(title);
    page.locator("#diagram svg").first().waitFor();
    assertThat(page.locator("#rounds")).isVisible();
    page.navigate("/cases/" + opened.id() + "/seats");
    assertThat(page.locator("main")).isVisible();
    page.navigate("/cases/" + opened.id() + "/evidence");
    assertThat(page.locator("main")).isVisible();

    Page union = listened(signedIn("stakeholder"));
    union.navigate("/my-tasks");
    assertThat(union.locator("ul.duties")).containsText(title.substring(0, 40).strip());
    union.navigate(
        "/my-tasks/" + cases.dutyOf("stakeholder", opened, "userTask_answerPositions").id());
    String reason = text(150);
    union.locator("textarea").first().fill(reason);
    new FormPage(union).check();
    assertThat(union.locator("main")).containsText("problem");
    assertThat(union.locator("textarea").first()).hasValue(reason);
    assertThat(events).as("hostile.seed=" + SEED).isEmpty();
  }

  /** The Tasklist's form of a step that was sent back: why, and what it held before. */
  private void formThatCameBack(Page page, CaseRecord opened) {
    String mandate = text(1000);
    String reason = text(900);
    Map<String, Object> terms =
        Map.of(
            "mandate",
            mandate,
            "decisionRule",
            "CONSENSUS",
            "quorumProfile",
            "GROUPS_PRESENT",
            "maxRounds",
            2,
            "languages",
            text(150));
    cases.complete(opened, "userTask_draftTermsOfReference", terms);
    cases.complete(
        opened, "userTask_recordLegalAct", Map.of("sendBack", true, "sendBackReason", reason));
    cases.open(opened, "userTask_draftTermsOfReference");
    Tasklist tasklist = Tasklist.open(page).claim(opened, "Draft terms of reference");
    assertThat(tasklist.form()).containsText(reason.replaceAll("\\s+", " "));
    assertThat(tasklist.form().getByLabel("Mandate")).hasValue(mandate);
    assertThat(tasklist.form().locator("img, script, svg[onload]")).hasCount(0);
    String faster = text(150);
    String person =
        accounts.create(
            new NewAccount(
                "faster",
                faster,
                "",
                "en",
                SampleAccounts.PASSWORD,
                Set.of(Role.COORDINATOR),
                Map.of(),
                Set.of("XTR"),
                Set.of()),
            "acc-test");
    Duty duty = cases.open(opened, "userTask_draftTermsOfReference").get(0);
    completion.complete(duty.id(), terms, new Actor(person, Set.of(duty.group()), Set.of("XTR")));
    tasklist.complete();
    assertThat(page.locator(".page-notifications")).containsText(faster);
    assertThat(page.locator(".page-notifications").locator("img, script, a[href^=javascript]"))
        .hasCount(0);
    cases.complete(
        opened,
        "userTask_recordLegalAct",
        Map.of("type", "ORDER", "number", text(150), "date", "2026-11-02", "issuer", text(150)));
    cases.open(opened, "userTask_enterRecommendations");
  }

  private void prepareRound(CaseRecord opened) {
    recommendations.add(
        opened.id(),
        new Recommendations.Draft("G1", text(150), text(1000), 1, false, null, text(100)),
        "acc-test");
    cases.convene(opened);
    Set<String> present =
        seats.seated(opened.id()).stream().map(Seat::id).collect(Collectors.toSet());
    rounds.recordAttendance(
        rounds.current(opened.id()).orElseThrow().id(), present, true, "acc-test");
    cases.complete(opened, "userTask_recordAttendance", Map.of());
    cases.open(opened, "userTask_answerPositions");
  }

  /** Writes down every dialog, script fault, policy report and call that a text could cause. */
  private Page listened(Page page) {
    page.onDialog(
        (Dialog dialog) -> {
          events.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")
              && !message.text().startsWith("Applying inline style")) {
            events.add(page.url() + " " + message.text());
          }
        });
    page.onPageError(error -> events.add(page.url() + " " + error));
    page.onRequest(
        request -> {
          if (request.url().endsWith("/x") || request.url().contains("alert")) {
            events.add("request " + request.url());
          }
        });
    return page;
  }
}
