package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.country.Countries;
import org.socle.security.Role;

/** The one door that takes files, behind the real web server with its limits. */
@ExtendWith(LiveEngine.class)
class UploadDoorTests {

  private static final String DOOR = "/countries/file";
  private static final String BOUNDARY = "----socle-boundary";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeEach
  void signIn() throws Exception {
    String name = LiveProgram.account(Role.ADMINISTRATOR, "XTR");
    send(
        "/login",
        "application/x-www-form-urlencoded",
        "username="
            + name
            + "&password="
            + LiveProgram.PASSWORD
            + "&_csrf="
            + LiveProgram.encoded(token("/login")));
  }

  private String token(String path) throws Exception {
    String page =
        http.send(
                HttpRequest.newBuilder(LiveProgram.at(path)).header("Accept", "text/html").build(),
                BodyHandlers.ofString())
            .body();
    Matcher token = TOKEN.matcher(page);
    return token.find() ? token.group(1) : "";
  }

  private HttpResponse<String> send(String path, String type, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(LiveProgram.at(path))
            .header("Content-Type", type)
            .header("Accept", "text/html")
            .header("Accept-Language", "en")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String part(String name, String file, String text) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\""
        + name
        + "\""
        + (file == null ? "" : "; filename=\"" + file + "\"\r\nContent-Type: text/yaml")
        + "\r\n\r\n"
        + text
        + "\r\n";
  }

  private HttpResponse<String> upload(String parts) throws Exception {
    return send(
        DOOR,
        "multipart/form-data; boundary=" + BOUNDARY,
        part("_csrf", null, token(DOOR)) + parts + "--" + BOUNDARY + "--\r\n");
  }

  private static String training() throws Exception {
    return Files.readString(Path.of("src/main/resources/demo/country-training.yaml"))
        .replace("XAR", "XUP");
  }

  @Test
  void takesOneFileAndShowsWhatItWouldChange() throws Exception {
    HttpResponse<String> answer = upload(part("file", "../../x\u202Elmay.yaml", training()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("Arbèle").contains("(XUP)");
    assertThat(LiveProgram.bean(Countries.class).find("XUP")).isEmpty();
  }

  @Test
  void refusesAFileThatIsTooLargeForTheServer() throws Exception {
    assertThat(upload(part("file", "a.yaml", "#".repeat(1100 * 1024))).statusCode()).isEqualTo(413);
    assertThat(upload(part("file", "a.yaml", "#".repeat(5 << 20))).statusCode()).isEqualTo(413);
    assertThat(upload(part("text", null, "#".repeat(1300 * 1024))).statusCode()).isEqualTo(413);
  }

  @Test
  void refusesMorePartsThanTheFormHas() throws Exception {
    assertThat(upload(part("file", "a.yaml", training()).repeat(20)).statusCode()).isEqualTo(413);
    HttpResponse<String> two =
        upload(part("file", "a.yaml", training()) + part("file", "b.yaml", training()));
    assertThat(two.statusCode()).isEqualTo(400);
    assertThat(two.body()).contains("Send one file or paste one text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no parts at all",
        "------socle-boundary\r\n",
        "------socle-boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.yaml\"\r\n\r\ncut",
        "------socle-boundary\r\nContent-Disposition\r\n\r\n\r\n------socle-boundary--\r\n"
      })
  void refusesABrokenMultipartBody(String body) throws Exception {
    HttpResponse<String> answer = send(DOOR, "multipart/form-data; boundary=" + BOUNDARY, body);
    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
    assertThat(send(DOOR, "multipart/form-data", body).statusCode()).isIn(400, 403);
  }

  @Test
  void refusesAnUploadWithoutItsToken() throws Exception {
    String body = part("file", "a.yaml", training()) + "--" + BOUNDARY + "--\r\n";
    assertThat(send(DOOR, "multipart/form-data; boundary=" + BOUNDARY, body).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/request",
        "/countries/XTR/holidays",
        "/countries/file/",
        "/api/requests",
        "/camunda/api/engine/engine/default/deployment/create"
      })
  void refusesAMultipartBodyAnywhereElse(String path) throws Exception {
    HttpResponse<String> answer =
        send(
            path,
            "Multipart/Form-Data; boundary=" + BOUNDARY,
            part("file", "a.yaml", "a") + "--" + BOUNDARY + "--\r\n");
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(send(DOOR, "multipart/mixed; boundary=" + BOUNDARY, "").statusCode()).isEqualTo(415);
  }
}
