package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.socle.api.LiveProgram.Browser;
import org.socle.security.Role;

/**
 * Whatever comes through a door, the program refuses it in time, changes nothing and is never at
 * fault; jqwik prints the seed of each run.
 */
@ExtendWith(LiveEngine.class)
class HostileInputTests {

  private static final Set<Integer> ANSWERS =
      Set.of(200, 204, 302, 400, 401, 403, 404, 405, 409, 413, 414, 415, 422, 431);
  private static final int MOST_FIELDS = 5_000;
  private static final long GROWTH = 16L << 20;
  private static final List<String> REQUEST_FIELDS =
      List.of("title", "country", "letterDate", "objectives", "signedLetter", "subject", "_step");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final List<Long> TOOK = Collections.synchronizedList(new ArrayList<>());

  private static Browser focalPoint;
  private static Browser coordinator;
  private static String focalPointName;
  private static String coordinatorName;
  private static String duty;
  private static String task;
  private static long heap;

  @BeforeContainer
  static void prepare() throws Exception {
    focalPointName = LiveProgram.account(Role.STAKEHOLDER, "XTR");
    coordinatorName = LiveProgram.account(Role.COORDINATOR, "XTR");
    duty = SentOnceTests.duty();
    task =
        LiveProgram.jdbc()
            .sql("select task_id from duty where id = ?")
            .param(duty)
            .query(String.class)
            .single();
    focalPoint = Browser.signedIn(focalPointName);
    coordinator = Browser.signedIn(coordinatorName);
    coordinator.get("/my-tasks/" + duty);
    // The largest inputs once, so that buffers which stay have been made.
    post(focalPoint, "/request", "title=" + "a".repeat(1 << 20));
    heap = used();
    Refusals.awaitQuiet();
  }

  @AfterContainer
  static void memoryIsFlat() {
    long grown = used() - heap;
    List<Long> sorted = TOOK.stream().sorted().toList();
    System.out.printf(
        "%d hostile requests: median %d ms, slowest %d ms, heap grown by %d KB%n",
        sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1), grown >> 10);
    assertThat(sorted.get(sorted.size() / 2)).as("median in ms").isLessThan(1_000);
    assertThat(grown).as("heap grown").isLessThan(GROWTH);
  }

  @Property(tries = 60)
  void theRequestPageRefuses(@ForAll("fields") String field, @ForAll("encodedTexts") String value)
      throws Exception {
    refuses(() -> post(focalPoint, "/request", field + "=" + value));
  }

  @Property(tries = 40)
  void theTaskPageRefuses(@ForAll("encodedTexts") String value) throws Exception {
    refuses(
        () ->
            post(
                coordinator,
                "/my-tasks/" + duty,
                "_step=send&outcome=" + value + "&reason=" + value));
  }

  @Property(tries = 40)
  void theSignInRefuses(@ForAll("encodedTexts") String value) throws Exception {
    refuses(
        () -> {
          Browser stranger = new Browser();
          String token = stranger.hidden(stranger.get("/login").body());
          return stranger.form("/login", "username=" + value + "&password=" + value + token);
        });
  }

  @Property(tries = 60)
  void pathsAndQueriesAreRefused(
      @ForAll("addresses") String address, @ForAll("encodedNames") String value) throws Exception {
    refuses(() -> coordinator.get(address.replace("*", value)));
    refuses(() -> api("GET", address.replace("*", value), "", coordinatorName));
  }

  @Property(tries = 80)
  void theTasklistsCallsRefuse(@ForAll("calls") String call, @ForAll("jsonValues") String value)
      throws Exception {
    String[] parts = call.split(" ", 2);
    refuses(() -> coordinator.engine(parts[0].replace("#", task), parts[1].replace("*", value)));
  }

  @Property(tries = 80)
  void theApiRefuses(@ForAll("fields") String field, @ForAll("jsonValues") String value)
      throws Exception {
    refuses(
        () -> api("POST", "/api/requests", "{\"" + field + "\":" + value + "}", focalPointName));
  }

  @Property(tries = 10)
  void manyFieldsAreRefused(@ForAll("counts") int count) throws Exception {
    StringBuilder form = new StringBuilder("a=1");
    StringBuilder json = new StringBuilder("{\"a\":1");
    for (int at = 0; at < count; at++) {
      form.append("&f").append(at).append("=1");
      json.append(",\"f").append(at).append("\":1");
    }
    Set<Integer> answers = count > MOST_FIELDS ? Set.of(413) : ANSWERS;
    TOOK.add(Refusals.refuses(() -> post(focalPoint, "/request", form.toString()), answers));
    refuses(() -> api("POST", "/api/requests", json + "}", focalPointName));
  }

  @Property(tries = 10)
  void languagesAreRefused(@ForAll("encodedNames") String value) throws Exception {
    refuses(() -> coordinator.get("/cases?lang=" + value));
    refuses(
        () ->
            HTTP.send(
                HttpRequest.newBuilder(LiveProgram.at("/login"))
                    .header("Accept-Language", "a-".repeat(3000))
                    .build(),
                BodyHandlers.ofString()));
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.of(REQUEST_FIELDS);
  }

  @Provide
  Arbitrary<String> encodedTexts() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(
            8,
            Arbitraries.of(
                "a%00b",
                "%ED%A0%80",
                "%C0%80",
                "%zz",
                "a%0D%0AX-Bad:+1",
                "99999-01-01",
                "-999999999-01-01",
                "a".repeat(1 << 20),
                "%F0%9F%98%80".repeat(5000),
                "a".repeat(3 << 20))),
        net.jqwik.api.Tuple.of(2, encodedNames()));
  }

  @Provide
  Arbitrary<String> encodedNames() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "%00",
            "%ED%A0%80",
            "%0D%0A",
            "..%2f..%2fetc",
            "%FF",
            "a".repeat(3000),
            "-1",
            "1e9",
            "99999999999999999999"),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(60).map(LiveProgram::encoded));
  }

  @Provide
  Arbitrary<String> jsonValues() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "a".repeat(1 << 19) + "\"",
            "\"" + "a".repeat(2 << 20) + "\"",
            "[".repeat(900) + "]".repeat(900),
            "[".repeat(100_000),
            "{\"a\":".repeat(2000) + "1" + "}".repeat(2000),
            "1e999999999",
            "9".repeat(5000),
            "\"99999-01-01\"",
            "\"a\\r\\nb\"",
            "\"\"",
            "{}",
            "[]",
            "null",
            "true",
            "\"",
            "{\"value\":{\"value\":1}}"),
        Arbitraries.strings()
            .ofMaxLength(60)
            .map(text -> "\"" + text.replace("\\", "").replace("\"", "") + "\""));
  }

  @Provide
  Arbitrary<String> addresses() {
    return Arbitraries.of(
        "/my-tasks/*",
        "/my-tasks/*/sent",
        "/cases/*",
        "/cases/*/recommendations",
        "/cases/x/askings/*/end",
        "/request/*/sent",
        "/cases?lang=*",
        "/api/cases/*",
        "/api/cases?page=*&size=*",
        "/api/cases?country=*",
        "/api/cases/*/duties?state=*",
        "/camunda/api/engine/engine/default/task?nameLike=*",
        "/camunda/api/engine/engine/default/task?maxResults=*&firstResult=0",
        "/camunda/api/engine/engine/default/task/*/form",
        "/camunda/api/engine/engine/default/process-instance?businessKey=*");
  }

  @Provide
  Arbitrary<String> calls() {
    return Arbitraries.of(
        "/task {\"nameLike\":*}",
        "/task/count {\"assignee\":*}",
        "/task/#/claim {\"userId\":*}",
        "/task/#/submit-form {\"variables\":{\"outcome\":{\"value\":*}}}",
        "/task/#/submit-form {\"variables\":{\"reason\":{\"value\":*}}}",
        "/task/#/submit-form {\"variables\":*}",
        "/task/#/submit-form *",
        "/task/#/submit-form {\"variables\":{\"reason\":{\"value\":\"a\",\"type\":*}}}",
        "/process-definition/key/national-process/submit-form {\"variables\":{\"title\":{\"value\":*}}}",
        "/process-definition/key/national-process/submit-form {\"businessKey\":*,\"variables\":{}}",
        "/process-instance {\"businessKey\":*}",
        "/history/task {\"taskName\":*}");
  }

  @Provide
  Arbitrary<Integer> counts() {
    return Arbitraries.of(4_999, 5_001, 20_000, 100_000);
  }

  private static HttpResponse<String> post(Browser browser, String path, String body)
      throws Exception {
    // The token of the session is asked for each time: a sign-in at another door must not end it.
    String page = "/request".equals(path) ? path : "/my-tasks/" + duty;
    return browser.form(path, body + browser.hidden(browser.get(page).body()));
  }

  private static HttpResponse<String> api(String method, String path, String body, String name)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(LiveProgram.at(path))
            .header("Authorization", LiveProgram.basic(name))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static void refuses(Callable<HttpResponse<String>> sending) throws Exception {
    TOOK.add(Refusals.refuses(sending, ANSWERS));
  }

  private static long used() {
    for (int times = 0; times < 3; times++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
