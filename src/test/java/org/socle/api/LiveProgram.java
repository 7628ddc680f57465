package org.socle.api;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.SocleApplication;
import org.socle.browser.PreparedCases;
import org.socle.evidence.Evidence;
import org.socle.nationalprocess.Cases;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.operation.TestDatabase;
import org.socle.security.Accounts;
import org.socle.security.Function;
import org.socle.security.IdentityDirectory;
import org.socle.security.NewAccount;
import org.socle.security.Role;
import org.socle.tracking.Duties;
import org.socle.tracking.TaskCompletion;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole program behind a real web server, started once for every test that needs its limits.
 */
public final class LiveProgram {

  public static final String PASSWORD = "long-enough-1";

  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(_csrf|_submission)\"[^>]*value=\"([^\"]+)\"");
  private static final ConfigurableApplicationContext CONTEXT = start();

  private LiveProgram() {}

  private static ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(SocleApplication.class)
        .run(
            "--spring.datasource.url=" + TestDatabase.createUrl(),
            "--server.port=0",
            "--socle.demo=false",
            "--socle.security.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "--camunda.bpm.job-execution.enabled=false");
  }

  public static <T> T bean(Class<T> type) {
    return CONTEXT.getBean(type);
  }

  public static <T> Map<String, T> beans(Class<T> type) {
    return CONTEXT.getBeansOfType(type);
  }

  public static JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  public static URI at(String path) {
    return URI.create(
        "http://localhost:" + CONTEXT.getEnvironment().getProperty("local.server.port") + path);
  }

  /** Cases that stand where a test takes over. */
  public static synchronized PreparedCases cases() {
    named("focal-point", Role.STAKEHOLDER, "XTR");
    named("coordinator", Role.COORDINATOR, "XTR");
    return new PreparedCases(
        bean(NationalProcessFlow.class),
        bean(Cases.class),
        bean(Duties.class),
        bean(TaskCompletion.class),
        bean(Accounts.class),
        bean(IdentityDirectory.class),
        bean(Clock.class));
  }

  /** A new account with every function of its role in the country. */
  public static String account(Role role, String country) {
    return named("live-" + UUID.randomUUID(), role, country);
  }

  private static String named(String name, Role role, String country) {
    if (bean(Accounts.class).idOf(name).isPresent()) {
      return name;
    }
    Set<Function> held =
        EnumSet.allOf(Function.class).stream()
            .filter(function -> function.role() == role)
            .collect(Collectors.toSet());
    bean(Accounts.class)
        .create(
            new NewAccount(
                name,
                "Name of " + name,
                "",
                "en",
                PASSWORD,
                Set.of(role),
                held.isEmpty() ? Map.of() : Map.of(country, held),
                Set.of(country),
                Set.of()),
            Evidence.SYSTEM);
    return name;
  }

  public static String basic(String name) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A person at a browser. */
  public static final class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    public static Browser signedIn(String name) throws Exception {
      Browser browser = new Browser();
      browser.form(
          "/login",
          "username="
              + name
              + "&password="
              + encoded(PASSWORD)
              + browser.hidden(browser.get("/login").body()));
      return browser;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return http.send(
          HttpRequest.newBuilder(at(path)).header("Accept", "*/*").GET().build(),
          HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> form(String path, String body)
        throws IOException, InterruptedException {
      return post(path, "application/x-www-form-urlencoded", body);
    }

    public HttpResponse<String> engine(String path, String json)
        throws IOException, InterruptedException {
      if (token().isEmpty()) {
        get("/camunda/app/tasklist/default/");
      }
      return post("/camunda/api/engine/engine/default" + path, "application/json", json);
    }

    /** Sends anything, with the token of the engine's web applications. */
    HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      return http.send(
          request.header("X-XSRF-TOKEN", token()).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A call at the door of programs, with the password of the account or none. */
    public HttpResponse<String> program(String method, String path, @Nullable String account)
        throws IOException, InterruptedException {
      HttpRequest.Builder call =
          HttpRequest.newBuilder(at(path)).header("Content-Type", "application/json");
      if (account != null) {
        call.header("Authorization", basic(account));
      }
      return HttpClient.newHttpClient()
          .send(
              call.method(
                      method,
                      method.equals("GET")
                          ? HttpRequest.BodyPublishers.noBody()
                          : HttpRequest.BodyPublishers.ofString("{}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body)
        throws IOException, InterruptedException {
      return http.send(
          HttpRequest.newBuilder(at(path))
              .header("Content-Type", type)
              .header("Accept-Language", "en")
              .header("X-XSRF-TOKEN", token())
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }

    /** What the browser sends back, for requests that no browser would write. */
    public String cookie() {
      return cookies.getCookieStore().getCookies().stream()
          .map(cookie -> cookie.getName() + "=" + cookie.getValue())
          .collect(Collectors.joining("; "));
    }

    private String token() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElse("");
    }

    /** The hidden fields of a drawn page, to be sent with its form. */
    public String hidden(String page) {
      StringBuilder fields = new StringBuilder();
      Matcher found = HIDDEN.matcher(page);
      Set<String> seen = new java.util.HashSet<>();
      while (found.find()) {
        if (seen.add(found.group(1))) {
          fields.append('&').append(found.group(1)).append('=').append(encoded(found.group(2)));
        }
      }
      return fields.toString();
    }
  }
}
