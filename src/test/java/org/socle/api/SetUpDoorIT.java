package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.operation.RunningProgram;

/**
 * CVE-2026-77226 as an attacker would use it: a stranger asks a program that has just started to
 * make an administrator, with the accounts of the demo and without any.
 */
class SetUpDoorIT {

  private static final String CREATE = "/camunda/api/admin/setup/default/user/create";

  @TempDir private Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void aStrangerMakesNoAdministrator(String demo) throws Exception {
    Map<String, String> settings =
        Map.of("SOCLE_DATA_DIR", folder.resolve("data").toString(), "SOCLE_DEMO", demo);
    try (RunningProgram program =
        RunningProgram.start(folder.resolve("program.log"), settings).awaitReady()) {
      List<String> answered = new ArrayList<>();
      for (String path : ExploitTests.spellings(CREATE)) {
        HttpResponse<String> answer = create(program.address() + path);
        // Without any account all but the written door answers that nothing is set up yet.
        if (!ExploitTests.refuses(answer)
            && !(demo.equals("false") && answer.statusCode() == 503)) {
          answered.add(path + " " + answer.statusCode());
        }
      }
      assertThat(answered).isEmpty();
      assertThat(program.log()).doesNotContain("\tat ");
    }
  }

  private HttpResponse<String> create(String address) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(ExploitTests.NEW_ADMINISTRATOR))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
