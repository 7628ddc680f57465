package org.socle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socle.operation.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo beside a real provider: people in their browsers, programs with their tokens. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = {"socle.demo=true", "socle.security.oidc.skew=0s"})
@ActiveProfiles("oidc")
class OidcIT {

  private static final double LONGEST_WAIT_MS = 20_000;
  private static final String SIGN_IN_AT = "Sign in with Ministry ID";
  private static final String SOCLE = "http://localhost:" + freePort();
  private static final Keycloak KEYCLOAK = new Keycloak(SOCLE);

  private static Chromium chromium;

  @RegisterExtension final AfterTestExecutionCallback pictures = this::keepPictures;

  private final List<BrowserContext> opened = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    TestDatabase.registerEmbedded(registry);
    String oidc = "socle.security.oidc.";
    registry.add("server.port", () -> URI.create(SOCLE).getPort());
    registry.add(oidc + "name", () -> "Ministry ID");
    registry.add(oidc + "issuer", KEYCLOAK::issuer);
    registry.add(oidc + "client-id", () -> "socle");
    registry.add(oidc + "client-secret", () -> Keycloak.SECRET);
    grant(registry, 0, "socle-coordinator", "COORDINATOR", "secretariat@XTR");
    grant(registry, 1, "socle-stakeholder", "STAKEHOLDER", "government-focal-point@XTR");
  }

  private static void grant(
      DynamicPropertyRegistry registry, int at, String value, String role, String function) {
    String entry = "socle.security.oidc.roles[" + at + "].";
    registry.add(entry + "claim", () -> "realm_access.roles");
    registry.add(entry + "value", () -> value);
    registry.add(entry + "role", () -> role);
    registry.add(entry + "functions[0]", () -> function);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void startBoth() throws Exception {
    chromium = Chromium.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MS);
    KEYCLOAK.awaitReady();
  }

  @AfterAll
  static void stopBoth() {
    KEYCLOAK.close();
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void closeBrowsers() {
    opened.forEach(BrowserContext::close);
  }

  private Page browser(String language) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(SOCLE)
                    .setLocale(language)
                    .setViewportSize(1500, 950));
    context.setDefaultTimeout(LONGEST_WAIT_MS);
    opened.add(context);
    return context.newPage();
  }

  private Page signedIn(String person) {
    Page page = browser("en-GB");
    page.navigate("/login");
    page.getByText(SIGN_IN_AT).click();
    type(page, person);
    return page;
  }

  private static void type(Page page, String person) {
    page.locator("#username").fill(person);
    page.locator("#password").fill(Keycloak.SECRET);
    page.locator("#kc-login").click();
    page.waitForURL(SOCLE + "/**");
  }

  @Test
  void opensThePagesAndTheTasklistWithOneSignInAndLeavesBoth() throws Exception {
    Page page = signedIn("cora");
    assertThat(page).hasURL(SOCLE + "/cases");
    AtomicInteger asked = new AtomicInteger();
    page.onRequest(
        request -> {
          if (request.url().contains("/login") || request.url().contains("/realms/")) {
            asked.incrementAndGet();
          }
        });
    Tasklist.open(page);
    assertThat(page.locator("body")).containsText("cora Provider");
    assertThat(asked).as("sign-in pages on the way to the Tasklist").hasValue(0);

    page.navigate("/cases");
    page.locator("form.sign-out button").click();
    page.waitForURL("**/login?signed-out");
    assertThat(page.getByText("You have signed out")).isVisible();

    until(() -> KEYCLOAK.sessions("cora") == 0, "the session at the provider is over");
    page.navigate("/camunda/app/tasklist/default/");
    assertThat(page).hasURL(SOCLE + "/login");
    page.getByText(SIGN_IN_AT).click();
    assertThat(page.locator("#kc-login")).isVisible();
  }

  /** The Tasklist signs out in the background: the provider's turn comes with the next page. */
  @Test
  void leavesTheTasklistAtOnceAndTheProviderWithTheNextPage() throws Exception {
    Page page = signedIn("clara");
    Tasklist.open(page);
    page.locator(".account .dropdown-toggle, [cam-widget-header] .account a").first().click();
    page.locator(".logout a, a.logout, .logout").first().click();
    page.waitForURL("**/login**");
    page.navigate("/cases");
    page.waitForURL("**/login?signed-out");
    until(() -> KEYCLOAK.sessions("clara") == 0, "the session at the provider is over");
  }

  @Test
  void turnsAStakeholderAwayFromTheTasklist() {
    Page page = signedIn("sol");
    assertThat(page).hasURL(SOCLE + "/my-tasks");
    Response answer = page.navigate("/camunda/app/tasklist/default/");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(page.navigate("/request").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, Sign in with, You have no access yet",
    "fr-FR, Se connecter avec, Vous n’avez pas encore d’accès",
    "es-ES, Iniciar sesión con, Todavía no tiene acceso"
  })
  void tellsWhoHasNoRoleWhatToDo(String language, String link, String title) throws Exception {
    Page page = browser(language);
    page.navigate("/login");
    page.getByText(link + " Ministry ID").click();
    type(page, "vera");
    assertThat(page).hasURL(SOCLE + "/sign-in-refused/no-role");
    assertThat(page.locator("h1")).hasText(title);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/browser/no-role-" + language + ".png")));
    assertThat(page.navigate("/cases").url()).isEqualTo(SOCLE + "/login");
    KEYCLOAK.endSessions("vera");
  }

  @Test
  void endsTheSessionThatTheProviderEnds() throws Exception {
    Page page = signedIn("edna");
    assertThat(page).hasURL(SOCLE + "/cases");
    KEYCLOAK.endSessions("edna");
    until(() -> page.navigate("/cases").url().endsWith("/login"), "the session here is over");
  }

  @Test
  void takesARoleAwayAtTheNextSignIn() throws Exception {
    String old = KEYCLOAK.tokenOf("reader", "lea");
    assertThat(cases(old).statusCode()).isEqualTo(200);
    KEYCLOAK.takeAway("lea", "socle-coordinator");

    assertThat(signedIn("lea")).hasURL(SOCLE + "/sign-in-refused/no-role");
    assertThat(cases(old).statusCode()).as("a token of before gives nothing back").isEqualTo(403);
  }

  @Test
  void readsCasesWithATokenForThisDoorAlone() throws Exception {
    String own = KEYCLOAK.tokenOf("reader");
    assertThat(cases(own).statusCode()).isEqualTo(200);
    assertThat(cases(own).body()).contains("\"country\":\"XTR\"").doesNotContain("\"PHL\"");
    assertThat(cases(KEYCLOAK.tokenOf("reader", "paul")).statusCode()).isEqualTo(200);

    refused(KEYCLOAK.tokenOf("elsewhere"), "made for another door");
    refused(KEYCLOAK.foreignTokenOf("reader"), "of another issuer");
    refused(withoutSignature(own), "without a signature");
    refused(own.substring(0, own.length() - 8) + "AAAAAAAA", "with another signature");
    assertThat(cases(KEYCLOAK.tokenOf("reader", "vera")).statusCode()).as("no role").isEqualTo(403);
    String brief = KEYCLOAK.tokenOf("brief");
    until(() -> cases(brief).statusCode() == 401, "a token of two seconds is over");
    refused(brief, "over");
  }

  private void refused(String token, String what) throws Exception {
    HttpResponse<String> answer = cases(token);
    assertThat(answer.statusCode()).as(what).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(what)
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .as(what)
        .hasValue("Bearer realm=\"Socle\", error=\"invalid_token\"");
  }

  private static String withoutSignature(String token) {
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    return header + "." + token.split("\\.")[1] + ".";
  }

  private HttpResponse<String> cases(String token) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(SOCLE + "/api/cases"))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Something that comes true by itself. */
  private interface Condition {
    boolean met() throws Exception;
  }

  private static void until(Condition condition, String what) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.met()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
    }
  }

  private void keepPictures(org.junit.jupiter.api.extension.ExtensionContext test) {
    if (test.getExecutionException().isPresent()) {
      List<Page> pages = opened.stream().flatMap(context -> context.pages().stream()).toList();
      for (int i = 0; i < pages.size(); i++) {
        String name = "OidcIT-" + test.getRequiredTestMethod().getName() + "-" + i + ".png";
        pages
            .get(i)
            .screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/browser", name)));
      }
    }
  }
}
