package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a person starts it: ready, refused beside itself, killed, and started again. */
class StartIT {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private RunningProgram start(String log, String... arguments) {
    Map<String, String> settings = Map.of("SOCLE_DATA_DIR", folder.resolve("data").toString());
    return RunningProgram.start(folder.resolve(log), settings, arguments);
  }

  @Test
  void startsOncePerFolderAndGoesOnAfterAKill() throws Exception {
    try (RunningProgram program = start("first.log").awaitReady()) {
      assertThat(program.log())
          .contains("Socle is ready after", program.address(), "socle-demo", "coordinator");
      signInOnce(program);
      refusedBeside("second.log");
      refusedBeside("replay.log", "replay", "any.yaml");
      checksTheEvidenceBeside();
      assertThat(get(program, "/actuator/health")).isEqualTo(200);
      program.kill();
    }
    try (RunningProgram again = start("again.log").awaitReady()) {
      assertThat(get(again, "/actuator/health")).isEqualTo(200);
      assertThat(again.log()).doesNotContain("Exception");
    }
    assertThat(folder.resolve("data/postgresql/postmaster.pid")).doesNotExist();
  }

  private void checksTheEvidenceBeside() throws Exception {
    try (RunningProgram check = start("check.log", "evidence", "check")) {
      assertThat(check.awaitEnd()).as(check.log()).isZero();
      assertThat(check.log())
          .containsPattern("SPF-PHL-2014-001 +ok")
          .containsPattern("SPF-XTR-\\d+-001 +ok")
          .containsPattern("outside cases +ok")
          .containsPattern("daily roots +ok +\\d+ roots")
          .doesNotContain("\tat ");
    }
  }

  private void refusedBeside(String log, String... arguments) throws Exception {
    try (RunningProgram second = start(log, arguments)) {
      assertThat(second.awaitEnd()).isEqualTo(1);
      assertThat(second.log().lines().filter(line -> line.contains("ERROR")))
          .singleElement()
          .asString()
          .contains("The program is running on this database")
          .contains("stop it first");
      assertThat(second.log()).doesNotContain("\tat ");
    }
  }

  /**
   * One sign-in for our pages and the engine's web applications, which only the closed doors
   * resist.
   */
  private void signInOnce(RunningProgram program) throws Exception {
    String page =
        client
            .send(request(program, "/login").build(), HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    String form =
        "username=coordinator&password=socle-demo&_csrf="
            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    HttpResponse<Void> answer =
        client.send(
            request(program, "/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/cases"));
    assertThat(get(program, "/cases")).isEqualTo(200);
    assertThat(get(program, "/camunda/app/tasklist/default/")).isEqualTo(200);
    assertThat(get(program, "/camunda/api/admin/auth/user/default")).isEqualTo(200);
    assertThat(
            get(program, "/camunda/api/engine/engine/default/filter?firstResult=0&maxResults=10"))
        .isEqualTo(200);
    assertThat(get(program, "/camunda/app/cockpit/default/")).isEqualTo(403);
    assertThat(
            get(program, "/camunda/api/cockpit/plugin/base/default/process-definition/statistics"))
        .isEqualTo(403);
    assertThat(get(program, "/camunda/api/admin/setup/default/user/create")).isEqualTo(403);
    assertThat(get(program, "/request")).isEqualTo(403);
  }

  private int get(RunningProgram program, String path) throws Exception {
    return client
        .send(request(program, path).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static HttpRequest.Builder request(RunningProgram program, String path) {
    return HttpRequest.newBuilder(URI.create(program.address() + path))
        .header("Accept", "text/html,application/json");
  }
}
