package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socle.api.LiveProgram.at;
import static org.socle.api.LiveProgram.basic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socle.nationalprocess.CaseRecord;
import org.socle.security.Role;
import org.socle.tracking.Actor;
import org.socle.tracking.Claims;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.TaskCompletion;

/** What another program meets; every answer is held against the document. */
class ApiTests {

  private static final Path DOCUMENT = Path.of("src/docs/openapi.json");
  private static final String REQUEST =
      """
      {"country":"XTR","title":"A floor for all","requestingInstitution":"Ministry of Labour","governmentOrigin":true,
       "signatoryFunction":"Minister","authorityLevel":"MINISTER","guaranteeG4":true,"subject":"PENSION"}
      """;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static String focalPoint;
  private static String auditor;
  private static String foreigner;
  private static JsonNode document;

  @BeforeAll
  static void accounts() throws Exception {
    focalPoint = LiveProgram.account(Role.STAKEHOLDER, "XTR");
    auditor = LiveProgram.account(Role.AUDITOR, "XTR");
    foreigner = LiveProgram.account(Role.AUDITOR, "PHL");
    document = JSON.readTree(plain("GET", "/api/openapi.json", auditor, null).body());
  }

  @Test
  void servesTheDocumentThatLiesInTheSources() throws Exception {
    Files.writeString(
        Path.of("target/openapi.json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    assertThat(JSON.readTree(Files.readString(DOCUMENT)))
        .as("the code serves target/openapi.json; copy it when the change is meant")
        .isEqualTo(document);
  }

  @Test
  void describesEveryOperationWithItsRefusals() {
    assertThat(document.path("paths").size()).isGreaterThanOrEqualTo(6);
    document
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      assertThat(operation.path("summary").asText()).isNotEmpty();
                      operation
                          .path("parameters")
                          .forEach(
                              parameter ->
                                  assertThat(parameter.path("description").asText())
                                      .as(parameter.toString())
                                      .isNotEmpty());
                      for (String status : new String[] {"400", "401", "403", "404"}) {
                        assertThat(
                                operation
                                    .path("responses")
                                    .path(status)
                                    .path("content")
                                    .has("application/problem+json"))
                            .as(status + " of " + operation.path("summary"))
                            .isTrue();
                      }
                    }));
  }

  @Test
  void submitsARequestAndReadsItsCase() throws Exception {
    HttpResponse<String> answer = checked("POST", "/api/requests", "", focalPoint, REQUEST, 201);
    String id = JSON.readTree(answer.body()).path("id").asText();
    assertThat(answer.headers().firstValue("Location")).contains("/api/cases/" + id);

    JsonNode list =
        body(
            checked(
                "GET", "/api/cases", "?country=XTR&status=RUNNING&size=200", auditor, null, 200));
    assertThat(StreamSupport.stream(list.path("items").spliterator(), false))
        .anyMatch(item -> item.path("id").asText().equals(id));
    JsonNode read = body(checked("GET", "/api/cases/{caseId}", id, auditor, null, 200));
    assertThat(read.path("summary").path("phase").asText()).isEqualTo("REQUEST");
    assertThat(read.path("openDuties")).isNotEmpty();
    assertThat(
            body(checked("GET", "/api/cases/{caseId}/timeline", id, auditor, null, 200))
                .path("items")
                .get(0)
                .path("kind")
                .asText())
        .isEqualTo("PHASE_ENTERED");
    assertThat(
            body(checked(
                    "GET", "/api/cases/{caseId}/duties", id + "?state=OPEN", auditor, null, 200))
                .path("total")
                .asInt())
        .isEqualTo(read.path("openDuties").size());
    JsonNode evidence =
        body(checked("GET", "/api/cases/{caseId}/evidence", id, auditor, null, 200));
    assertThat(evidence.path("items").toString())
        .contains("request.submitted")
        .doesNotContain("Name of");
    checked("GET", "/api/cases/{caseId}/evidence", id, focalPoint, null, 403);
    checked("GET", "/api/cases/{caseId}/evidence/check", id, auditor, null, 200);
    checked("GET", "/api/cases/{caseId}/evidence/check", id, focalPoint, null, 403);
    checked("GET", "/api/cases/{caseId}/evidence/check", id, foreigner, null, 404);
    checked("GET", "/api/cases/{caseId}", id, foreigner, null, 404);
    checked("GET", "/api/cases/{caseId}/timeline", id, foreigner, null, 404);
  }

  @Test
  void saysHowAnAnswerCameThatStaffEntered() throws Exception {
    CaseRecord in = StaffCases.atNominations();
    Duty duty = StaffCases.duty(in, "userTask_answerNomination", "EFC");
    Actor staff =
        new Actor(
            StaffCases.account("coordinator"), Set.of("role-coordinator"), Set.of(duty.country()));
    LiveProgram.bean(Claims.class).claim(duty.id(), staff);
    LiveProgram.bean(TaskCompletion.class)
        .complete(
            duty.id(),
            Map.of(
                "answer", "DECLINE", "reason", "No time", "channel", "LETTER", "reference", "L-7"),
            staff);

    JsonNode read =
        body(
            checked(
                "GET",
                "/api/cases/{caseId}/duties",
                in.id() + "?state=ANSWERED&size=200",
                auditor,
                null,
                200));

    JsonNode entered =
        StreamSupport.stream(read.path("items").spliterator(), false)
            .filter(item -> item.path("id").asText().equals(duty.id()))
            .findFirst()
            .orElseThrow();
    assertThat(entered.path("channel").asText()).isEqualTo("LETTER");
    assertThat(entered.path("reference").asText()).isEqualTo("L-7");
    assertThat(entered.path("confirmation").asText()).isIn("WAITING", "IN_WRITING");
  }

  @Test
  void turnsPages() throws Exception {
    checked("POST", "/api/requests", "", focalPoint, REQUEST, 201);
    checked("POST", "/api/requests", "", focalPoint, REQUEST, 201);
    JsonNode first = body(checked("GET", "/api/cases", "?size=1", auditor, null, 200));
    String next = first.path("links").path("next").asText();
    assertThat(next).isEqualTo("/api/cases?page=1&size=1");
    JsonNode second = body(plain("GET", next, auditor, null));
    assertThat(second.path("links").path("prev").asText()).isEqualTo("/api/cases?page=0&size=1");
    assertThat(second.path("items").get(0)).isNotEqualTo(first.path("items").get(0));
  }

  @Test
  void answersTheSameKeyWithTheFirstAnswerAndRefusesItForAnotherRequest() throws Exception {
    String key = UUID.randomUUID().toString();
    String first = keyed(key, REQUEST).body();
    HttpResponse<String> again = keyed(key, REQUEST);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first);
    HttpResponse<String> other = keyed(key, REQUEST.replace("A floor", "Another floor"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(keyed("no key", REQUEST).statusCode()).isEqualTo(400);
  }

  @Test
  void namesEachWrongFieldInTheLanguageOfTheProgram() throws Exception {
    HttpResponse<String> refused =
        send("POST", "/api/requests", focalPoint, "{\"country\":\"XTR\",\"surprise\":1}", "fr");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(refused.body())
        .contains("\"field\":\"title\"", "\"code\":\"required\"", "\"field\":\"surprise\"")
        .contains("La requête n’est pas valable");
    checked("POST", "/api/requests", "", focalPoint, "{\"country\":\"PHL\"}", 400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /api/cases?page=-1&size=1000000000 | auditor    |        | 400
          GET    | /api/cases?page=x                  | auditor    |        | 400
          GET    | /api/cases?phase=NOWHERE           | auditor    |        | 400
          GET    | /api/cases?country=PHL             | auditor    |        | 400
          GET    | /api/cases/none                    | auditor    |        | 404
          GET    | /api/cases/none/nowhere            | auditor    |        | 404
          GET    | /api/cases/%01                     | auditor    |        | 400
          GET    | /api/cases?country=%ED%A0%80       | auditor    |        | 400
          GET    | /api/nowhere                       | auditor    |        | 403
          GET    | /api/cases                         |            |        | 401
          GET    | /api/openapi.json                  |            |        | 401
          DELETE | /api/cases                         | auditor    |        | 405
          POST   | /api/requests                      | auditor    | {}     | 403
          POST   | /api/requests                      | focalPoint | {"     | 400
          POST   | /api/requests                      | focalPoint | [1]    | 400
          POST   | /api/requests                      | focalPoint |        | 400
          """)
  void refusesInOneForm(String method, String path, String who, String body, int status)
      throws Exception {
    String name = "focalPoint".equals(who) ? focalPoint : who == null ? null : auditor;
    assertProblem(plain(method, path, name, body), status);
  }

  @Test
  void refusesOtherFormatsAndLongBodies() throws Exception {
    HttpRequest.Builder html =
        HttpRequest.newBuilder(at("/api/cases"))
            .header("Authorization", basic(auditor))
            .header("Accept", "text/html");
    assertProblem(HTTP.send(html.build(), BodyHandlers.ofString()), 406);
    HttpRequest.Builder form =
        HttpRequest.newBuilder(at("/api/requests"))
            .header("Authorization", basic(focalPoint))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("x"));
    assertProblem(HTTP.send(form.build(), BodyHandlers.ofString()), 415);
    assertProblem(
        plain("POST", "/api/requests", focalPoint, "\"" + "a".repeat(1_100_000) + "\""), 413);
  }

  private static void assertProblem(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(JSON.readTree(answer.body()).path("status").asInt()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("Exception", "org.socle", "at java");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  /** Sends, and holds the answer against the document. */
  private static HttpResponse<String> checked(
      String method, String path, String rest, String who, String body, int status)
      throws Exception {
    String target = path.contains("{caseId}") ? target(path, rest) : path + rest;
    HttpResponse<String> answer = plain(method, target, who, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(OpenApiSchemas.wrong(document, path, method.toLowerCase(), status, answer.body()))
        .as(answer.body())
        .isEmpty();
    return answer;
  }

  private static String target(String path, String rest) {
    String[] parts = rest.split("\\?", 2);
    return path.replace("{caseId}", parts[0]) + (parts.length > 1 ? "?" + parts[1] : "");
  }

  private static JsonNode body(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> keyed(String key, String body) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(at("/api/requests"))
            .header("Authorization", basic(focalPoint))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> plain(String method, String path, String who, String body)
      throws Exception {
    return send(method, path, who, body, "en");
  }

  private static HttpResponse<String> send(
      String method, String path, String who, String body, String language) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .header("Accept-Language", language)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    Map.of("Content-Type", "application/json").forEach(request::header);
    if (who != null) {
      request.header("Authorization", basic(who));
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
