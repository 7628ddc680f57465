package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socle.nationalprocess.CaseRecord;
import org.socle.tracking.Duties.Duty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A coordinator invites a person and ties them to an institution; on a phone and in French that
 * person chooses a password, signs in and answers what is asked of the seat.
 */
class InvitationIT extends BrowserTest {

  private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
  private static final String PASSWORD = "cheval pile agrafe";

  @Autowired private JdbcClient jdbc;

  @Test
  void anInvitedPersonAnswersADuty() {
    CaseRecord opened = cases.atNominations("Socle des invités");
    Page desk = signedIn("coordinator", desk().setLocale("fr-FR"));
    desk.navigate("/cases?lang=fr");
    String address = invite(desk, "ines.diallo", "Inès Diallo");
    tie(desk, opened, "NSO");
    String link = link(desk);

    Page phone = phone();
    phone.navigate(link);
    assertThat(phone.locator("h1")).hasText("Vous êtes invité(e) dans Socle");
    assertThat(phone.locator("main")).containsText("Cora Coordinator vous invite");
    examine("invitation", phone);
    choose(phone, "motdepasse123");
    assertThat(phone.locator(".problems li")).containsText("Beaucoup utilisent ce mot de passe");
    assertThat(phone.locator("select[name=language]")).hasValue("fr");
    assertThat(phone.locator("[name=password]")).hasValue("");
    examine("invitation refused", phone);
    choose(phone, PASSWORD);
    assertThat(phone).hasURL(java.util.regex.Pattern.compile(".*/login\\?welcome"));
    assertThat(phone.locator(".note.done"))
        .hasText("Votre mot de passe est enregistré. Connectez-vous.");

    phone.locator("#username").fill("ines.diallo");
    phone.locator("#password").fill(PASSWORD);
    phone.locator("form[action='/login'] button").click();
    phone.waitForURL("**/my-tasks");
    Duty duty = cases.dutyOf("ines.diallo", opened, "userTask_answerNomination");
    phone
        .locator("ul.duties li")
        .filter(new Locator.FilterOptions().setHasText("Socle des invités"))
        .locator("a")
        .click();
    new FormPage(phone)
        .mark("answer", "NOMINATE")
        .type("fullMember", "Inès Diallo")
        .type("substitute", "Bela Novak")
        .type("letterReference", "L-9")
        .check()
        .send();
    assertThat(cases.state(duty.id())).isEqualTo("answered");
    phone.navigate("/account");
    assertThat(phone.locator("main")).containsText("National Statistics Office");
    examine("own account", phone);

    phone.navigate(link);
    assertThat(phone.locator("h1")).hasText("Ce lien a déjà servi");
    examine("used link", phone);
    desk.navigate(address);
    assertThat(desk.locator("main .tag").first()).hasText("Ouvert");
    examine("person", desk);
    close(desk);
    phone.navigate("/my-tasks");
    assertThat(phone.locator("#username")).isVisible();
  }

  private String invite(Page desk, String loginName, String name) {
    desk.locator("nav.doors").getByText("Personnes").click();
    examine("people", desk);
    desk.locator("a[href='/people/add']").click();
    FormPage form = new FormPage(desk).type("displayName", name).check();
    assertThat(form.problems().first()).isVisible();
    assertThat(desk.locator("[name=displayName]")).hasValue(name);
    examine("person refused", desk);
    form.type("loginName", loginName)
        .choose("language", "fr")
        .choose("country", "XTR")
        .mark("role-STAKEHOLDER", "true")
        .check();
    assertThat(desk.locator("dl.answers")).containsText(name);
    examine("person checked", desk);
    desk.locator("button[name='_step'][value='send']").click();
    desk.waitForURL("**/people/acc-*");
    assertThat(desk.locator("main .tag").first()).hasText("Invité");
    return desk.url().replaceFirst("\\?.*", "");
  }

  private void tie(Page desk, CaseRecord opened, String acronym) {
    desk.locator("main a[href$='/tie']").click();
    examine("cases to tie to", desk);
    desk.locator("a[href$='/tie/" + opened.id() + "']").click();
    examine("places of a case", desk);
    String institution =
        jdbc.sql("select id from institution where case_id = ? and acronym = ?")
            .params(opened.id(), acronym)
            .query(String.class)
            .single();
    new FormPage(desk).choose("place", "CONTACT:" + institution).check();
    assertThat(desk.locator("main")).containsText("peut répondre aussitôt");
    examine("tie checked", desk);
    desk.locator("button[name='_step'][value='send']").click();
    desk.waitForURL("**?tied");
    assertThat(desk.locator("main")).containsText("National Statistics Office (NSO)");
  }

  /** No mail server is set up here: the link is shown to be handed over. */
  private String link(Page desk) {
    desk.locator("form[action$='/link'] button").click();
    String shown = desk.locator(".one-time code").textContent();
    examine("link to hand over", desk);
    assertThat(shown).contains("/account/invitation/");
    return URI.create(shown).getPath();
  }

  private static void choose(Page phone, String password) {
    phone.locator("[name=password]").fill(password);
    phone.locator("[name=repeat]").fill(password);
    phone.locator("main form button").click();
  }

  private void close(Page desk) {
    desk.locator("main a[href$='/close']").click();
    assertThat(desk.locator("h1")).hasText("Fermer le compte de Inès Diallo ?");
    examine("account to close", desk);
    desk.locator("main form button").click();
    desk.waitForURL("**?closed");
    assertThat(desk.locator("main .tag").first()).hasText("Fermé");
  }

  /** With scripts on: axe waits without end for its own where they are off. */
  private Page phone() {
    return browser(new NewContextOptions().setViewportSize(390, 844).setLocale("fr-FR"));
  }

  /** By axe, and by width: nothing stands beside the page. */
  private static void examine(String name, Page page) {
    boolean narrow = page.viewportSize().width < 500;
    Path file = Path.of("target", "browser", "people", name.replaceAll("\\W+", "-") + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      assertThat(new AxeBuilder(page).withTags(LEVELS).analyze().getViolations())
          .as(name + " in " + scheme)
          .isEmpty();
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    for (int width : narrow ? List.of(390) : List.of(360, 390)) {
      page.setViewportSize(width, 844);
      assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(name + " without a horizontal bar at " + width)
          .isTrue();
      Path small =
          Path.of(
              "target", "browser", "people", name.replaceAll("\\W+", "-") + "-" + width + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(small).setFullPage(true));
    }
    if (!narrow) {
      page.setViewportSize(1500, 950);
    }
  }
}
