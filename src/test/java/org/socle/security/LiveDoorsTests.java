package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.api.LiveEngine;
import org.socle.api.LiveProgram;
import org.socle.api.LiveProgram.Browser;
import org.socle.country.CaseClock;

/** The doors of the whole program over a real server, as an attacker and as a browser meet them. */
@ExtendWith(LiveEngine.class)
class LiveDoorsTests {

  private static final Pattern NONCE = Pattern.compile("nonce-([A-Za-z0-9_-]+)");
  private static final Pattern DRAWN = Pattern.compile("<script[^>]*nonce=\"([^\"]+)\"");
  private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "//evil.example/..;/camunda/app/tasklist",
        "//evil.example/%2e%2e/camunda/app/tasklist",
        "//evil.example/../camunda/app/cockpit",
        "/\\evil.example/",
        "/%5cevil.example/%2e%2e/camunda/app",
        "/%2fevil.example/%2e%2e/camunda/app",
        "/camunda/app/tasklist//evil.example/..;/",
        "/camunda/app/tasklist/..;/cockpit/default/",
        "/camunda/app/tasklist/%2e%2e/cockpit/default/",
        "/camunda/app/tasklist%2f..%2fcockpit/default/",
        "/camunda/app/tasklist/..%2fcockpit/default/",
        "/camunda/app/tasklist/../cockpit/default/",
        "/camunda/app/tasklist%252f..%252fcockpit/default/",
        "/camunda/app;x=y/cockpit/default/",
        "/camunda/app/cockpit;jsessionid=x/default/",
        "/camunda/app/cockpit/default",
        "/camunda/app/cockpit",
        "/camunda/app/cockpit/",
        "/camunda//app/cockpit/default/",
        "/Camunda/app/cockpit/default/",
        "/camunda/app/COCKPIT/default/",
        "/camunda/app/admin/default/setup",
        "/camunda/app/admin/default/setup/",
        "/camunda/app/admin/default/setup%2f",
        "/camunda/app/admin/default/%73etup/",
        "/camunda/app/admin/default/SETUP/",
        "/camunda/api/admin/setup/default/user/create/",
        "/camunda/api/cockpit/plugin/base/default/process-definition/",
        "/camunda/api/admin/plugin/adminPlugins/default/",
        "/camunda/api/engine/engine/",
        "/camunda/api/engine/../cockpit/plugin/",
        "/camunda",
        "/camunda/",
        "/camunda/app",
        "/camunda/app/"
      })
  void leadsNobodyElsewhereAndServesNoClosedPath(String path) throws Exception {
    int port = LiveProgram.at("/").getPort();
    Browser coordinator = Browser.signedIn(LiveProgram.account(Role.COORDINATOR, "XTR"));
    for (String cookie : List.of("", coordinator.cookie())) {
      RawHttp.Answer answer =
          RawHttp.get(port, "127.0.0.1", path, "Accept: text/html", "Cookie: " + cookie);
      String who = (cookie.isEmpty() ? "anonymous" : "coordinator") + " at " + path;
      String location = answer.header("Location");
      assertThat(URI.create("http://localhost:" + port + "/").resolve(location).getHost())
          .as("%s leads to %s", who, location)
          .isEqualTo("localhost");
      assertThat(location).as(who).doesNotStartWith("//").doesNotStartWith("/\\");
      assertThat(answer.status()).as(who).isIn(302, 400, 401, 403, 404, 406);
    }
  }

  @Test
  void opensTheRightPathsAllTheSame() throws Exception {
    Browser coordinator = Browser.signedIn(LiveProgram.account(Role.COORDINATOR, "XTR"));
    assertThat(coordinator.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    assertThat(coordinator.get("/camunda/app/tasklist").headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/camunda/app/tasklist/"));
    Browser admin = Browser.signedIn(LiveProgram.account(Role.ADMINISTRATOR, "XTR"));
    assertThat(admin.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    assertThat(admin.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
  }

  @Test
  void drawsEachPageOfTheTasklistWithTheNonceOfItsOwnAnswer() throws Exception {
    Browser coordinator = Browser.signedIn(LiveProgram.account(Role.COORDINATOR, "XTR"));
    ExecutorService clients = Executors.newFixedThreadPool(8);
    List<String> nonces = new ArrayList<>();
    try {
      Callable<HttpResponse<String>> read = () -> coordinator.get("/camunda/app/tasklist/default/");
      for (Future<HttpResponse<String>> page :
          clients.invokeAll(Stream.generate(() -> read).limit(80).toList())) {
        nonces.add(nonce(page.get()));
      }
    } finally {
      clients.shutdownNow();
    }
    assertThat(nonces).hasSize(80).doesNotHaveDuplicates();
  }

  private static String nonce(HttpResponse<String> page) {
    Matcher policy =
        NONCE.matcher(page.headers().firstValue("Content-Security-Policy").orElseThrow());
    assertThat(policy.find()).isTrue();
    List<String> drawn =
        DRAWN.matcher(page.body()).results().map(script -> script.group(1)).distinct().toList();
    assertThat(drawn).containsExactly(policy.group(1));
    return policy.group(1);
  }

  @Test
  void takesNoFormWithoutItsTokenOnAnyRoute() throws Exception {
    Browser somebody = Browser.signedIn(LiveProgram.account(Role.COORDINATOR, "XTR"));
    List<Routes.Route> forms =
        Routes.all().stream()
            .filter(route -> route.method().equals("POST"))
            .filter(route -> !route.pattern().startsWith("/api/"))
            .filter(route -> !route.pattern().equals("/error"))
            .toList();
    assertThat(forms).hasSizeGreaterThan(20);
    String token = somebody.hidden(somebody.get("/account/second-factor").body());
    int opened = 0;
    for (Routes.Route form : forms) {
      String path = form.sample("x");
      assertThat(somebody.form(path, "a=b").statusCode())
          .as("without a token: %s", form)
          .isEqualTo(403);
      if (!path.equals("/account/sessions/end")) {
        opened += somebody.form(path, "a=b" + token).statusCode() == 403 ? 0 : 1;
      }
    }
    assertThat(opened).as("routes that the same person reaches with a token").isGreaterThan(15);
  }

  @Test
  void drawsEveryFormWithItsToken() throws Exception {
    int forms = 0;
    try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path template : templates.filter(LiveDoorsTests::page).toList()) {
        for (Matcher form = FORM.matcher(Files.readString(template)); form.find(); ) {
          if (form.group().contains("method=\"post\"")) {
            forms++;
            // Thymeleaf adds the token to forms whose address it writes.
            assertThat(form.group()).as("%s", template).contains("th:action=");
          }
        }
      }
    }
    assertThat(forms).isGreaterThan(20);
  }

  @Test
  void showsNoScriptOrStyleThatThePolicyForbids() throws Exception {
    try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path template : templates.filter(LiveDoorsTests::page).toList()) {
        assertThat(Files.readString(template))
            .as("%s", template)
            .doesNotContainPattern("\\sstyle=|<style|\\son[a-z]+=|<script(?![^>]*src)");
      }
    }
  }

  /** A mail is no page: what reads it has no files of ours. */
  private static boolean page(Path file) {
    return file.toString().endsWith(".html") && !file.toString().contains("/mail/");
  }

  @Test
  void endsEveryOtherSessionAndKeepsThisOne() throws Exception {
    String name = LiveProgram.account(Role.COORDINATOR, "XTR");
    Browser here = Browser.signedIn(name);
    Browser elsewhere = Browser.signedIn(name);
    assertThat(elsewhere.get("/cases").statusCode()).isEqualTo(200);
    HttpResponse<String> ended =
        here.form("/account/sessions/end", "a=b" + here.hidden(here.get("/account").body()));
    assertThat(ended.statusCode()).isEqualTo(200);
    assertThat(ended.body()).contains("Signed out everywhere else");
    assertThat(here.get("/cases").statusCode()).isEqualTo(200);
    assertThat(here.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    assertThat(elsewhere.get("/cases").statusCode()).isEqualTo(302);
    assertThat(elsewhere.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
  }

  @Test
  void setsTheSecondFactorUpAndAsksForIt() throws Exception {
    String name = LiveProgram.account(Role.COORDINATOR, "XTR");
    Browser here = Browser.signedIn(name);
    String page = here.get("/account/second-factor").body();
    here.form("/account/second-factor/start", "a=b" + here.hidden(page));
    page = here.get("/account/second-factor").body();
    assertThat(page).contains("<svg", " d=\"M4 4h7v1h-7z", "Socle: " + name);
    HttpResponse<String> wrong =
        here.form("/account/second-factor/confirm", "code=12345" + here.hidden(page));
    assertThat(wrong.body()).contains("The code is wrong", "aria-invalid=\"true\"");
    HttpResponse<String> right =
        here.form("/account/second-factor/confirm", "code=" + code(name, 0) + here.hidden(page));
    assertThat(right.body()).contains("Keep these recovery codes");
    assertThat(Pattern.compile("<code>[A-Z2-7 ]{19}</code>").matcher(right.body()).results())
        .hasSize(10);
    assertThat(here.get("/cases").statusCode()).isEqualTo(200);
    assertThat(here.get("/account/second-factor").body())
        .contains("Recovery codes left: 10.")
        .doesNotContain("<svg");

    Browser again = Browser.signedIn(name);
    HttpResponse<String> asked = again.get("/sign-in/code");
    assertThat(asked.body()).contains("Confirm that it is you");
    HttpResponse<String> refused =
        again.form("/sign-in/code", "code=" + code(name, 0) + again.hidden(asked.body()));
    assertThat(refused.headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in/code?error"));
    HttpResponse<String> landed =
        again.form("/sign-in/code", "code=" + code(name, 1) + again.hidden(asked.body()));
    assertThat(landed.headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/cases"));
    assertThat(again.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
  }

  @Test
  void letsAnAdministratorTurnOffTheSecondFactorOfSomebodyElse() throws Exception {
    String name = LiveProgram.account(Role.COORDINATOR, "XTR");
    String id = LiveProgram.bean(Accounts.class).idOf(name).orElseThrow();
    SecondFactors factors = LiveProgram.bean(SecondFactors.class);
    factors.start(id);
    factors.confirm(id, code(name, 0));
    String adminName = LiveProgram.account(Role.ADMINISTRATOR, "XTR");
    Browser admin = Browser.signedIn(adminName);
    Browser coordinator = Browser.signedIn(LiveProgram.account(Role.COORDINATOR, "XTR"));
    String path = "/people/" + id + "/second-factor/remove";
    String page = admin.get("/people/" + id).body();
    assertThat(page).contains(path, "Turn off the second factor");
    String theirs = coordinator.get("/people/" + id).body();
    assertThat(theirs).doesNotContain(path);
    assertThat(coordinator.form(path, "a=b" + coordinator.hidden(theirs)).statusCode())
        .isEqualTo(403);
    String own = LiveProgram.bean(Accounts.class).idOf(adminName).orElseThrow();
    assertThat(
            admin
                .form("/people/" + own + "/second-factor/remove", "a=b" + admin.hidden(page))
                .statusCode())
        .isEqualTo(403);

    assertThat(admin.form(path, "a=b" + admin.hidden(page)).statusCode()).isEqualTo(302);
    assertThat(factors.state(id)).isEqualTo(SecondFactors.State.OFF);
    assertThat(admin.get("/people/" + id).body()).doesNotContain("Turn off the second factor");
  }

  private static String code(String name, int steps) {
    String id = LiveProgram.bean(Accounts.class).idOf(name).orElseThrow();
    byte[] secret = LiveProgram.bean(SecondFactorTable.class).secret(id).orElseThrow();
    return Totp.code(secret, Totp.step(LiveProgram.bean(CaseClock.class).instant()) + steps);
  }

  @Test
  void asksForAnotherPasswordAndTakesNoneThatIsWeakOrTheOldOne() throws Exception {
    String name = LiveProgram.account(Role.COORDINATOR, "XTR");
    LiveProgram.jdbc()
        .sql("update account set password_due = true where login_name = ?")
        .param(name)
        .update();
    Browser here = Browser.signedIn(name);
    String page = here.get("/sign-in/password").body();
    assertThat(page).contains("Choose a password");
    assertThat(choose(here, page, "too short", "too short")).contains("at least 12 characters");
    assertThat(choose(here, page, "long enough, really", "long enough, real"))
        .contains("Enter the same password twice.");
    assertThat(choose(here, page, LiveProgram.PASSWORD, LiveProgram.PASSWORD))
        .contains("Choose another password");
    assertThat(here.get("/cases").statusCode()).isEqualTo(302);

    assertThat(choose(here, page, "long enough, really", "long enough, really")).isEmpty();
    assertThat(here.get("/cases").statusCode()).isEqualTo(200);
    assertThat(Browser.signedIn(name).get("/cases").statusCode()).isEqualTo(302);
  }

  private static String choose(Browser here, String page, String password, String again)
      throws Exception {
    return here.form(
            "/sign-in/password",
            "password="
                + LiveProgram.encoded(password)
                + "&again="
                + LiveProgram.encoded(again)
                + here.hidden(page))
        .body();
  }
}
