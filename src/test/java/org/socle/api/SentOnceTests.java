package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.socle.api.LiveProgram.Browser;
import org.socle.security.Role;

/** The same form sent many times has one effect; of two people the first wins. */
@ExtendWith(LiveEngine.class)
class SentOnceTests {

  private static final int TIMES = 50;
  private static final String FIELDS =
      "country=XTR&requestingInstitution=Ministry&governmentOrigin=true&signatoryFunction=Minister"
          + "&authorityLevel=MINISTER&guaranteeG4=true&subject=PENSION&title=";

  @Test
  void aRequestPageSentFiftyTimesOpensOneCase() throws Exception {
    Browser browser = Browser.signedIn(LiveProgram.account(Role.STAKEHOLDER, "XTR"));
    String title = "Once " + UUID.randomUUID();
    String body =
        FIELDS
            + LiveProgram.encoded(title)
            + "&_step=send"
            + browser.hidden(browser.get("/request").body());

    List<HttpResponse<String>> answers = together(() -> browser.form("/request", body));

    assertThat(cases(title)).hasSize(1);
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.headers().firstValue("Location").orElse(answer.body()))
                    .endsWith("/request/" + cases(title).get(0) + "/sent"));
    HttpResponse<String> other =
        browser.form("/request", body.replace("Ministry", "Another+ministry"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("This form was sent before", "Another ministry", "SPF-XTR-");
    assertThat(cases(title)).hasSize(1);
  }

  @Test
  void anAnswerSentFiftyTimesIsStoredOnce() throws Exception {
    String duty = duty();
    Browser browser = Browser.signedIn(LiveProgram.account(Role.COORDINATOR, "XTR"));
    String body = answer("Because", browser.hidden(browser.get("/my-tasks/" + duty).body()));

    List<HttpResponse<String>> answers = together(() -> browser.form("/my-tasks/" + duty, body));

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.headers().firstValue("Location").orElse(answer.body()))
                    .endsWith("/my-tasks/" + duty + "/sent"));
    assertThat(answered(duty)).isEqualTo(1);
  }

  @Test
  void aKeySentFiftyTimesOpensOneCase() throws Exception {
    String name = LiveProgram.account(Role.STAKEHOLDER, "XTR");
    String title = "Key " + UUID.randomUUID();
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(LiveProgram.at("/api/requests"))
            .header("Authorization", LiveProgram.basic(name))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "k-" + UUID.randomUUID())
            .POST(
                BodyPublishers.ofString(
                    "{\"country\":\"XTR\",\"title\":\""
                        + title
                        + "\",\"requestingInstitution\":\"M\",\"signatoryFunction\":\"M\","
                        + "\"authorityLevel\":\"MINISTER\",\"subject\":\"PENSION\"}"))
            .build();

    List<HttpResponse<String>> answers =
        together(() -> http.send(request, BodyHandlers.ofString()));

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201));
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(cases(title)).hasSize(1);
  }

  @Test
  void theSecondOfTwoPeopleSeesWhoAnsweredAndKeepsTheText() throws Exception {
    String duty = duty();
    String firstName = LiveProgram.account(Role.COORDINATOR, "XTR");
    Browser first = Browser.signedIn(firstName);
    Browser second = Browser.signedIn(LiveProgram.account(Role.COORDINATOR, "XTR"));
    String late = second.hidden(second.get("/my-tasks/" + duty).body());
    first.form(
        "/my-tasks/" + duty, answer("First", first.hidden(first.get("/my-tasks/" + duty).body())));

    HttpResponse<String> refused =
        second.form("/my-tasks/" + duty, answer("Words+of+the+second", late));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("Name of " + firstName, "Words of the second")
        .containsPattern("\\d{4}, \\d{2}:\\d{2}");
    String task =
        LiveProgram.jdbc()
            .sql("select task_id from duty where id = ?")
            .param(duty)
            .query(String.class)
            .single();
    HttpResponse<String> tasklist =
        second.engine("/task/" + task + "/submit-form", "{\"variables\":{}}");
    assertThat(tasklist.statusCode()).as(tasklist.body()).isEqualTo(409);
    assertThat(tasklist.body()).contains("Name of " + firstName);
    assertThat(second.engine("/task/none/submit-form", "{\"variables\":{}}").statusCode())
        .isEqualTo(404);
  }

  private static String answer(String reason, String hidden) {
    return "outcome=DECLINE&reason=" + reason + "&_step=send" + hidden;
  }

  /** An open duty to examine a request. */
  static String duty() throws Exception {
    Browser browser = Browser.signedIn(LiveProgram.account(Role.STAKEHOLDER, "XTR"));
    String title = "Duty " + UUID.randomUUID();
    browser.form(
        "/request",
        FIELDS
            + LiveProgram.encoded(title)
            + "&_step=send"
            + browser.hidden(browser.get("/request").body()));
    return LiveProgram.jdbc()
        .sql("select id from duty where case_id = ? and state = 'open'")
        .param(cases(title).get(0))
        .query(String.class)
        .single();
  }

  private static List<String> cases(String title) {
    return LiveProgram.jdbc()
        .sql("select id from national_process where title = ?")
        .param(title)
        .query(String.class)
        .list();
  }

  private static int answered(String duty) {
    return LiveProgram.jdbc()
        .sql("select count(*) from evidence where subject = ? and action = 'duty.answered'")
        .param(duty)
        .query(Integer.class)
        .single();
  }

  /** Sends fifty times at the same moment. */
  static List<HttpResponse<String>> together(Callable<HttpResponse<String>> sending)
      throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(TIMES);
    try {
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> answer :
          people.invokeAll(java.util.Collections.nCopies(TIMES, sending))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      people.shutdown();
    }
  }
}
