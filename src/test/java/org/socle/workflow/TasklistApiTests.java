package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socle.operation.TestDatabase;
import org.socle.security.Accounts;
import org.socle.security.Function;
import org.socle.security.NewAccount;
import org.socle.security.Role;
import org.socle.tracking.Actor;
import org.socle.tracking.TaskCompletion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * What the Tasklist meets when a coordinator works in it: one sign-in, and forms that are checked.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "socle.demo=false",
      "socle.workflow.processes=classpath*:/engine-test/",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(EngineTestProcesses.class)
class TasklistApiTests {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private static final String ASK =
      "{\"variables\":{\"outcome\":{\"value\":\"ASK\"},\"reason\":{\"value\":\"Why\"},\"day\":{\"value\":null}}}";

  @LocalServerPort private int port;
  @Autowired private Faults faults;
  @Autowired private Accounts accounts;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private TaskCompletion completion;
  @Autowired private JdbcClient jdbc;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private String name = "";

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
  }

  @BeforeEach
  void signIn() throws Exception {
    faults.clear();
    signIn(Role.COORDINATOR);
  }

  private void signIn(Role role) throws Exception {
    cookies.getCookieStore().removeAll();
    name = role.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
    accounts.create(
        new NewAccount(
            name,
            "Coordinator",
            "",
            "en",
            "long-enough-1",
            Set.of(role),
            role == Role.COORDINATOR
                ? Map.of("XTR", Set.of(Function.SECRETARIAT))
                : Map.<String, Set<Function>>of(),
            Set.of("XTR"),
            Set.of()),
        "acc-test");
    String page = get("/login").body();
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).as(page).isTrue();
    send(
        "/login",
        "application/x-www-form-urlencoded",
        "username="
            + name
            + "&password="
            + encoded("long-enough-1")
            + "&_csrf="
            + encoded(token.group(1)));
  }

  @Test
  void opensTheTasklistWithOneSignIn() throws Exception {
    HttpResponse<String> tasklist = get("/camunda/app/tasklist/default/");
    assertThat(tasklist.statusCode()).isEqualTo(200);
    assertThat(tasklist.uri().getPath()).isEqualTo("/camunda/app/tasklist/default/");
    assertThat(get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"acc-");
    assertThat(get(ENGINE + "/filter?resourceType=Task&firstResult=0&maxResults=2000").body())
        .contains("Mes tâches");
    assertThat(get("/camunda/api/engine/engine/other/task").statusCode()).isIn(403, 404);
  }

  @Test
  void seesTasksOfTheOwnCountriesAlone() throws Exception {
    start("XTR");
    start("PHL");
    String found = get(ENGINE + "/task?firstResult=0&maxResults=15").body();
    assertThat(found).contains("\"tenantId\":\"XTR\"").doesNotContain("\"tenantId\":\"PHL\"");
  }

  @Test
  void answersAWrongFormWithA400ThatNamesTheField() throws Exception {
    Task task = claimed();
    HttpResponse<String> answer =
        post(
            "/task/" + task.getId() + "/submit-form",
            "{\"variables\":{\"outcome\":{\"value\":\"MAYBE\"},\"reason\":{\"value\":null},\"rounds\":{\"value\":12}}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "outcome: Choose one of the options offered.",
            "reason: Enter a value.",
            "rounds: Enter a number from 1 to 9.");
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
  }

  @Test
  void answersForASuspendedCaseWithA400ThatSaysSo() throws Exception {
    Task task = claimed();
    runtime.suspendProcessInstanceById(task.getProcessInstanceId());
    HttpResponse<String> answer =
        post(
            "/task/" + task.getId() + "/submit-form",
            "{\"variables\":{\"outcome\":{\"value\":\"ASK\"},\"reason\":{\"value\":\"All have a say\"}}}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("The case is suspended");
    assertThat(tasks.createTaskQuery().taskId(task.getId()).suspended().count()).isEqualTo(1);
  }

  @Test
  void takesARightFormAndKeepsItsValuesOutOfTheEngine() throws Exception {
    Task task = claimed();
    HttpResponse<String> answer =
        post(
            "/task/" + task.getId() + "/submit-form",
            "{\"variables\":{\"outcome\":{\"value\":\"ASK\"},\"reason\":{\"value\":\"Planted words\"},\"rounds\":{\"value\":2},"
                + "\"day\":{\"value\":null}}}");
    assertThat(answer.body()).isEmpty();
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(EngineTables.holding(jdbc, "Planted words")).isEmpty();
    assertThat(
            jdbc.sql("select answered_by from duty where task_id = ?")
                .param(task.getId())
                .query(String.class)
                .single())
        .startsWith("acc-");
  }

  @Test
  void repeatsAFormThatLostARace() throws Exception {
    Task task = claimed();
    faults.sql("40001");
    faults.versions();
    assertThat(post("/task/" + task.getId() + "/submit-form", ASK).statusCode()).isEqualTo(204);
    assertThat(faults.attempts()).isEqualTo(3);
    assertThat(
            jdbc.sql(
                    "select count(*) from evidence where subject = (select id from duty where task_id = ?)"
                        + " and action = 'duty.answered'")
                .param(task.getId())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void answersAFormThatLostEveryRaceWithA409() throws Exception {
    Task task = claimed();
    for (int attempt = 0; attempt < 6; attempt++) {
      faults.sql("40P01");
    }
    HttpResponse<String> answer = post("/task/" + task.getId() + "/submit-form", ASK);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains("Nothing was stored; go back and send again.");
    assertThat(faults.attempts()).isEqualTo(5);
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
  }

  @Test
  void refusesFilesObjectsAndCompletionPastTheForm() throws Exception {
    Task task = claimed();
    for (String value :
        List.of(
            "{\"value\":\"[1]\",\"type\":\"Json\"}",
            "{\"value\":\"a\",\"type\":\"\"}",
            "{\"value\":\"rO0ABQ==\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\","
                + "\"serializationDataFormat\":\"application/json\"}}")) {
      HttpResponse<String> answer =
          post(
              "/task/" + task.getId() + "/submit-form",
              "{\"variables\":{\"outcome\":{\"value\":\"ASK\"},\"reason\":" + value + "}}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }
    for (String body : List.of("", "null", "1", "\"a\"", "[]", "{}")) {
      assertThat(post("/task/" + task.getId() + "/submit-form", body).statusCode())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(post("/task/" + task.getId() + "/complete", "{}").statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
  }

  @Test
  void letsStaffEnterAnAnswerOnlyAfterClaimingItAndSayingHowItCame() throws Exception {
    Task task = askedOfASeat();
    String submit = "/task/" + task.getId() + "/submit-form";
    HttpResponse<String> unclaimed = post(submit, answer("LETTER", "L-1"));
    assertThat(unclaimed.statusCode()).as(unclaimed.body()).isEqualTo(400);
    assertThat(unclaimed.body()).contains("Claim it first");

    claim(task);
    HttpResponse<String> unsaid = post(submit, answer("", ""));
    assertThat(unsaid.statusCode()).isEqualTo(400);
    assertThat(unsaid.body()).contains("channel: You enter", "reference: You enter");
    HttpResponse<String> called = post(submit, answer("TELEPHONE", "Call 1"));
    assertThat(called.statusCode()).isEqualTo(400);
    assertThat(called.body()).contains("channel: Nobody can confirm");

    HttpResponse<String> written = post(submit, answer("LETTER", "L-1"));
    assertThat(written.statusCode()).as(written.body()).isEqualTo(204);
    assertThat(
            jdbc.sql(
                    "select d.channel || ' ' || d.reference || ' ' || e.state from duty d"
                        + " join assisted_entry e on e.duty_id = d.id where d.task_id = ?")
                .param(task.getId())
                .query(String.class)
                .single())
        .isEqualTo("LETTER L-1 IN_WRITING");
  }

  @Test
  void tellsStaffThatTheSeatWasFasterAndWhen() throws Exception {
    Task task = askedOfASeat();
    claim(task);
    String dutyId =
        jdbc.sql("select id from duty where task_id = ?")
            .param(task.getId())
            .query(String.class)
            .single();
    completion.complete(
        dutyId,
        Map.of("answer", "Our own words"),
        new Actor("acc-seat", Set.of("seat-s1"), Set.of("XTR")));

    HttpResponse<String> late =
        post("/task/" + task.getId() + "/submit-form", answer("LETTER", "L-1"));
    assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
    assertThat(late.body()).contains("TaskClosed", "It was answered on ");
    assertThat(
            jdbc.sql("select answered_by from duty where id = ? and channel is null")
                .param(dutyId)
                .query(String.class)
                .single())
        .isEqualTo("acc-seat");
  }

  @Test
  void claimsAndAssignsForTheSignedInPersonAlone() throws Exception {
    Task task = tasks.createTaskQuery().processInstanceBusinessKey(start("XTR")).singleResult();
    String own = account();
    for (String act : List.of("claim", "assignee")) {
      String call = "/task/" + task.getId() + "/" + act;
      for (String body :
          List.of(
              "{\"userId\":\"acc-somebody-else\"}",
              "{\"userId\":\"" + own + "\",\"userId\":\"acc-somebody-else\"}",
              "{\"user\\u0049d\":\"acc-somebody-else\"}",
              "{\"userId\":[\"acc-somebody-else\"]}",
              "{\"userId\":7}")) {
        assertThat(post(call, body).statusCode()).as(act + " " + body).isEqualTo(403);
      }
      assertThat(tasks.createTaskQuery().taskId(task.getId()).taskUnassigned().count()).isOne();
    }
    claim(task);
    assertThat(tasks.createTaskQuery().taskId(task.getId()).taskAssignee(own).count()).isOne();
  }

  @Test
  void letsACoordinatorGiveAClaimBack() throws Exception {
    Task task = claimed();
    HttpResponse<String> back = post("/task/" + task.getId() + "/unclaim", "{}");
    assertThat(back.statusCode()).as(back.body()).isEqualTo(204);
    assertThat(tasks.createTaskQuery().taskId(task.getId()).taskUnassigned().count()).isOne();
    assertThat(
            jdbc.sql("select count(*) from duty where task_id = ? and claimed_by is null")
                .param(task.getId())
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void letsAnAdministratorAssignButNotClaimForOthers() throws Exception {
    Task task = tasks.createTaskQuery().processInstanceBusinessKey(start("XTR")).singleResult();
    signIn(Role.ADMINISTRATOR);
    String other = "{\"userId\":\"acc-somebody-else\"}";
    assertThat(post("/task/" + task.getId() + "/claim", other).statusCode()).isEqualTo(403);
    assertThat(post("/task/" + task.getId() + "/assignee", other).statusCode()).isEqualTo(204);
  }

  @Test
  void forgetsAFunctionAndACountryWithinThirtySecondsOfTheirLoss() throws Exception {
    start("XTR");
    String filters = get(ENGINE + "/filter?resourceType=Task&firstResult=0&maxResults=100").body();
    Matcher mine =
        Pattern.compile("\\{\"id\":\"([^\"]+)\"[^{]*\"name\":\"My tasks").matcher(filters);
    assertThat(mine.find()).as(filters).isTrue();
    String count = "/filter/" + mine.group(1) + "/count";
    assertThat(post(count, "{}").body()).doesNotContain("\"count\":0");
    assertThat(get(ENGINE + "/task/count").body()).doesNotContain("\"count\":0");
    jdbc.sql("delete from account_function where account_id = ?").param(account()).update();
    try {
      ClockUtil.offset(30_000L);
      assertThat(post(count, "{}").body()).contains("\"count\":0");
      jdbc.sql("delete from account_country where account_id = ?").param(account()).update();
      ClockUtil.offset(60_000L);
      assertThat(get(ENGINE + "/task/count").body()).contains("\"count\":0");
    } finally {
      ClockUtil.reset();
    }
  }

  @Test
  void answersWhoeverAsksForTheErrorPageWithA404() throws Exception {
    HttpResponse<String> page = get("/error");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(404);
  }

  private String account() {
    return jdbc.sql("select id from account where login_name = ?")
        .param(name)
        .query(String.class)
        .single();
  }

  private Task askedOfASeat() {
    String caseId = start("XTR");
    String dutyId =
        jdbc.sql("select id from duty where case_id = ?")
            .param(caseId)
            .query(String.class)
            .single();
    completion.complete(
        dutyId,
        Map.of("outcome", "ASK", "reason", "Ask them"),
        new Actor("acc-office", Set.of("secretariat"), Set.of("XTR")));
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseId)
        .taskCandidateGroup("seat-s1")
        .singleResult();
  }

  private static String answer(String channel, String reference) {
    return "{\"variables\":{\"answer\":{\"value\":\"Yes\"},\"channel\":{\"value\":\""
        + channel
        + "\"},\"reference\":{\"value\":\""
        + reference
        + "\"}}}";
  }

  private Task claimed() throws Exception {
    String caseId = start("XTR");
    Task task = tasks.createTaskQuery().processInstanceBusinessKey(caseId).singleResult();
    return claim(task);
  }

  private Task claim(Task task) throws Exception {
    HttpResponse<String> claim =
        post("/task/" + task.getId() + "/claim", "{\"userId\":\"" + account() + "\"}");
    assertThat(claim.statusCode()).as(claim.body()).isEqualTo(204);
    return task;
  }

  private String start(String country) {
    String caseId = UUID.randomUUID().toString();
    runtime
        .createProcessInstanceByKey("test-asking")
        .businessKey(caseId)
        .setVariables(Map.of("country", country))
        .execute();
    return caseId;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(at(path)).header("Accept", "*/*").GET().build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String json) throws Exception {
    get("/camunda/app/tasklist/default/");
    return send(ENGINE + path, "application/json", json);
  }

  private HttpResponse<String> send(String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", type)
            .header("Accept-Language", "en")
            .POST(BodyPublishers.ofString(body));
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
