package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.socle.country.CaseClock;
import org.socle.evidence.Evidence;
import org.socle.notification.Notifications;
import org.socle.operation.TestDatabase;
import org.socle.tracking.Duties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Every door against every role. No page stands behind the doors here: an open door answers 404.
 */
@SpringBootTest(
    classes = DoorsTests.Slice.class,
    properties = {"socle.demo=true", "socle.security.allow-plain-http=false"})
@AutoConfigureMockMvc
class DoorsTests {

  private static final String ENGINE = "/camunda/api/engine/engine/default";

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = {
        "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
        "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
      })
  @ComponentScan({"org.socle.security", "org.socle.country"})
  static class Slice {

    @Bean
    Evidence evidence() {
      return new RecordedEvidence();
    }

    @Bean
    Duties duties() {
      return Mockito.mock(Duties.class);
    }

    @Bean
    Notifications notifications() {
      return mail -> {};
    }
  }

  static class RecordedEvidence implements Evidence {

    final List<String> actions = new ArrayList<>();

    @Override
    public void record(
        @Nullable String caseId,
        String actor,
        String action,
        @Nullable String subject,
        Map<String, ?> content) {
      actions.add(action + " " + subject);
    }
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
  }

  @Autowired private MockMvc web;
  @Autowired private Accounts accounts;
  @Autowired private IdentityDirectory directory;
  @Autowired private RecordedEvidence evidence;
  @Autowired private CaseClock clock;

  private static RequestPostProcessor remoteAddress(String address) {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
  }

  private MockHttpSession signIn(String name, String password) throws Exception {
    MvcResult result = web.perform(formLogin("/login").user(name).password(password)).andReturn();
    return (MockHttpSession) result.getRequest().getSession();
  }

  private MockHttpSession signIn(String name) throws Exception {
    return signIn(name, SampleAccounts.PASSWORD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # path                                   | admin | coordinator | manager | auditor | stakeholder | focal-point
          /my-tasks                                | 403   | 404         | 403     | 403     | 404         | 404
          /my-tasks/some-duty                      | 403   | 404         | 403     | 403     | 404         | 404
          /my-cases                                | 403   | 404         | 403     | 403     | 404         | 404
          /open-page                               | 403   | 404         | 403     | 403     | 404         | 404
          /request                                 | 403   | 403         | 403     | 403     | 403         | 404
          /cases                                   | 403   | 404         | 404     | 404     | 404         | 404
          /cases/some-case                         | 403   | 404         | 404     | 404     | 404         | 404
          /cases/some-case/evidence                | 403   | 404         | 404     | 404     | 403         | 403
          /cases/some-case/evidence.json           | 403   | 404         | 404     | 404     | 403         | 403
          /cases/some-case/evidence.csv            | 403   | 404         | 404     | 404     | 403         | 403
          /people                                  | 404   | 404         | 403     | 403     | 403         | 403
          /people/some-account/close               | 404   | 404         | 403     | 403     | 403         | 403
          /account                                 | 404   | 404         | 404     | 404     | 404         | 404
          /anything-else                           | 403   | 403         | 403     | 403     | 403         | 403
          /camunda/app/tasklist/default/           | 404   | 404         | 403     | 403     | 403         | 403
          /camunda/app/cockpit/default/            | 404   | 403         | 403     | 403     | 403         | 403
          /camunda/app/admin/default/              | 404   | 403         | 403     | 403     | 403         | 403
          /camunda/app/admin/default/setup         | 403   | 403         | 403     | 403     | 403         | 403
          /camunda/app/admin/setup                 | 403   | 403         | 403     | 403     | 403         | 403
          /camunda/api/admin/setup/default/user/create | 403 | 403       | 403     | 403     | 403         | 403
          /camunda/api/admin/auth/user/default     | 404   | 404         | 403     | 403     | 403         | 403
          /camunda/api/admin/plugin/x              | 404   | 403         | 403     | 403     | 403         | 403
          /camunda/api/cockpit/plugin/base         | 404   | 403         | 403     | 403     | 403         | 403
          /camunda/api/engine/engine/default/task  | 404   | 404         | 403     | 403     | 403         | 403
          /actuator/env                            | 403   | 403         | 403     | 403     | 403         | 403
          """)
  void opensEachDoorForItsRolesAlone(
      String path,
      int admin,
      int coordinator,
      int manager,
      int auditor,
      int stakeholder,
      int focalPoint)
      throws Exception {
    Map<String, Integer> expected =
        Map.of(
            "admin",
            admin,
            "coordinator",
            coordinator,
            "manager",
            manager,
            "auditor",
            auditor,
            "stakeholder",
            stakeholder,
            "focal-point",
            focalPoint);
    for (Map.Entry<String, Integer> each : expected.entrySet()) {
      int answer =
          web.perform(get(path).session(signIn(each.getKey())))
              .andReturn()
              .getResponse()
              .getStatus();
      assertThat(answer).as("%s for %s", path, each.getKey()).isEqualTo(each.getValue());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/my-tasks, 302",
    "/cases, 302",
    "/request, 302",
    "/nowhere, 302",
    "/camunda/app/tasklist/default/, 302",
    "/camunda/api/engine/engine/default/task, 401",
    "/camunda/api/admin/setup/default/user/create, 403",
    "/camunda/app/admin/default/setup, 403",
    "/people, 302",
    "/account, 302",
    "/account/forgotten, 404",
    "/account/invitation/some-token, 404",
    "/account/password/some-token, 404",
    "/login, 404",
    "/css/no-such.css, 404",
    "/webjars/x.css, 404",
    "/actuator/health, 200"
  })
  void asksAStrangerToSignIn(String path, int expected) throws Exception {
    web.perform(get(path)).andExpect(status().is(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "coordinator, /cases",
    "stakeholder, /my-tasks",
    "manager, /cases",
    "auditor, /cases",
    "who, /my-tasks",
    "admin, /camunda/app/cockpit/default/"
  })
  void opensTheFirstPageOfTheRole(String name, String page) throws Exception {
    web.perform(formLogin("/login").user(name).password(SampleAccounts.PASSWORD))
        .andExpect(redirectedUrl(page));
  }

  @Test
  void refusesWrongPasswordsAndUnknownNamesAlike() throws Exception {
    web.perform(formLogin("/login").user("coordinator").password("wrong"))
        .andExpect(redirectedUrl("/login?error"));
    web.perform(formLogin("/login").user("nobody").password("wrong"))
        .andExpect(redirectedUrl("/login?error"));
  }

  @Test
  void refusesANameForAMinuteAfterTenWrongPasswords() throws Exception {
    clock.hold(Instant.parse("2026-06-01T08:00:00Z"));
    for (int attempt = 0; attempt < 10; attempt++) {
      web.perform(formLogin("/login").user("Chair ").password("wrong"))
          .andExpect(redirectedUrl("/login?error"));
    }
    web.perform(formLogin("/login").user("chair").password(SampleAccounts.PASSWORD))
        .andExpect(redirectedUrl("/login?error"));
    web.perform(formLogin("/login").user("mediator").password(SampleAccounts.PASSWORD))
        .andExpect(redirectedUrl("/my-tasks"));
    clock.hold(Instant.parse("2026-06-01T08:01:01Z"));
    web.perform(formLogin("/login").user("chair").password(SampleAccounts.PASSWORD))
        .andExpect(redirectedUrl("/my-tasks"));
    clock.release();
  }

  @Test
  void takesNoFormWithoutItsToken() throws Exception {
    MockHttpSession session = signIn("stakeholder");
    web.perform(post("/my-tasks/x").session(session)).andExpect(status().isForbidden());
    web.perform(post("/my-tasks/x").session(session).with(csrf())).andExpect(status().isNotFound());
  }

  @Test
  void endsTheSessionOfAClosedAccount() throws Exception {
    String id =
        accounts.create(
            new NewAccount(
                "leaver",
                "Lee Leaver",
                "",
                "fr",
                "long-enough",
                Set.of(Role.AUDITOR),
                Map.of(),
                Set.of("XTR"),
                Set.of()),
            Evidence.SYSTEM);
    MockHttpSession session = signIn("leaver", "long-enough");
    web.perform(get("/cases").session(session)).andExpect(status().isNotFound());
    assertThat(directory.countriesOf(id)).containsExactly("XTR");

    accounts.close(id, Evidence.SYSTEM);

    web.perform(get("/cases").session(session)).andExpect(status().isFound());
    assertThat(session.isInvalid()).isTrue();
    web.perform(formLogin("/login").user("leaver").password("long-enough"))
        .andExpect(redirectedUrl("/login?error"));
    assertThat(directory.user(id)).isEmpty();
    assertThat(directory.groupsOf(id)).isEmpty();
    assertThat(directory.countriesOf(id)).isEmpty();
    assertThat(evidence.actions).contains("account.created " + id, "account.closed " + id);
  }

  @Test
  void signsOutOfThePagesAndOfTheTasklist() throws Exception {
    MockHttpSession ours = signIn("coordinator");
    web.perform(post("/logout").session(ours).with(csrf()))
        .andExpect(redirectedUrl("/login?signed-out"));
    assertThat(ours.isInvalid()).isTrue();
    MockHttpSession tasklist = signIn("coordinator");
    web.perform(post("/camunda/api/admin/auth/user/default/logout").session(tasklist))
        .andExpect(status().isNoContent());
    assertThat(tasklist.isInvalid()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST   | /task                                   | 404 | 404
          POST   | /task/count                             | 404 | 404
          POST   | /task/t1/claim                          | 404 | 404
          POST   | /task/t1/submit-form                    | 404 | 404
          POST   | /process-definition/key/k/submit-form   | 404 | 404
          POST   | /filter/f1/list                         | 404 | 404
          POST   | /task/t1/complete                       | 403 | 403
          POST   | /task/t1/complete/                      | 403 | 403
          POST   | /task/t1/resolve                        | 403 | 403
          POST   | /task/t1/bpmnError                      | 403 | 403
          POST   | /task/t1/variables                      | 403 | 403
          PUT    | /task/t1/variables/approved             | 403 | 403
          PUT    | /task/t1                                | 403 | 403
          POST   | /task/create                            | 403 | 403
          POST   | /task/t1/comment/create                 | 403 | 403
          POST   | /process-definition/key/k/start         | 403 | 403
          POST   | /process-instance/p1/variables          | 403 | 403
          POST   | /process-instance/p1/modification       | 403 | 403
          DELETE | /process-instance/p1                    | 403 | 403
          POST   | /message                                | 403 | 403
          POST   | /deployment/create                      | 403 | 403
          POST   | /filter/create                          | 403 | 403
          PUT    | /job/j1/retries                         | 403 | 404
          POST   | /job/j1/execute                         | 403 | 404
          PUT    | /process-instance/p1/suspended          | 403 | 404
          """)
  void keepsTheEnginesCallsToTheForms(String method, String call, int coordinator, int admin)
      throws Exception {
    for (Map.Entry<String, Integer> each :
        Map.of("coordinator", coordinator, "admin", admin).entrySet()) {
      int answer =
          web.perform(
                  request(HttpMethod.valueOf(method), ENGINE + call)
                      .session(signIn(each.getKey()))
                      .contentType(MediaType.APPLICATION_JSON)
                      .content("{}"))
              .andReturn()
              .getResponse()
              .getStatus();
      assertThat(answer).as("%s %s for %s", method, call, each.getKey()).isEqualTo(each.getValue());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"orQueries":[{"assigneeExpression":"${1}"}]}            | 403
          {"orQueries":[{"assignee":"a"}]}                         | 403
          {"assigneeExpression":"${1}"}                            | 403
          {"query":{"deep":[{"candidateGroupsExpression":"x"}]}}   | 403
          {"\\u006frQueries":[]}                                   | 403
          {"a":1}{"orQueries":[]}                                  | 403
          not json                                                 | 403
          {"assignee":"orQueries"}                                 | 404
          """)
  void refusesExpressionsInQueries(String body, int expected) throws Exception {
    web.perform(
            post(ENGINE + "/task")
                .session(signIn("coordinator"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andExpect(status().is(expected));
    web.perform(get(ENGINE + "/task?assigneeExpression=x").session(signIn("coordinator")))
        .andExpect(status().isForbidden());
  }

  @Test
  void refusesBodiesThatAreTooLong() throws Exception {
    web.perform(
            post(ENGINE + "/task")
                .session(signIn("coordinator"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("\"" + "a".repeat(1_000_001) + "\""))
        .andExpect(status().isPayloadTooLarge());
  }

  @Test
  void takesAnAccountAtTheDoorOfProgramsWithoutASession() throws Exception {
    MvcResult open =
        web.perform(get("/api/cases").with(httpBasic("manager", SampleAccounts.PASSWORD)))
            .andExpect(status().isNotFound())
            .andReturn();
    assertThat(open.getRequest().getSession(false)).isNull();
    web.perform(get("/api/cases").session(signIn("manager"))).andExpect(status().isUnauthorized());
    web.perform(get("/api/cases").with(httpBasic("admin", SampleAccounts.PASSWORD)))
        .andExpect(status().isForbidden())
        .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    web.perform(
            post("/api/requests").with(httpBasic("manager", SampleAccounts.PASSWORD)).content("{}"))
        .andExpect(status().isForbidden());
    web.perform(get("/api/cases/c1/evidence").with(httpBasic("manager", SampleAccounts.PASSWORD)))
        .andExpect(status().isForbidden());
  }

  @Test
  void takesPasswordsOfProgramsOverTlsOrFromThisMachineAlone() throws Exception {
    web.perform(
            get("/api/cases")
                .with(remoteAddress("192.0.2.7"))
                .with(httpBasic("manager", SampleAccounts.PASSWORD)))
        .andExpect(status().isForbidden())
        .andExpect(content().string(containsString("urn:socle:problem:plain-http")));
    web.perform(
            get("/api/cases")
                .secure(true)
                .with(remoteAddress("192.0.2.7"))
                .with(httpBasic("manager", SampleAccounts.PASSWORD)))
        .andExpect(status().isNotFound());
  }

  @Test
  void countsWrongPasswordsOfProgramsAsThoseOfPeople() throws Exception {
    for (int attempt = 0; attempt < 10; attempt++) {
      web.perform(get("/api/cases").with(httpBasic("ilo", "wrong")))
          .andExpect(status().isUnauthorized());
    }
    web.perform(get("/api/cases").with(httpBasic("ilo", SampleAccounts.PASSWORD)))
        .andExpect(status().isUnauthorized());
    web.perform(formLogin("/login").user("ilo").password(SampleAccounts.PASSWORD))
        .andExpect(redirectedUrl("/login?error"));
  }

  @Test
  void knowsWhoHoldsWhichGroup() {
    String coordinator = accounts.idOf("coordinator").orElseThrow();
    assertThat(directory.groupsOf(coordinator))
        .containsExactlyInAnyOrder(
            "role-coordinator", "secretariat", "rc-office", "rapporteur", "costing-team");
    assertThat(directory.groupsOf(accounts.idOf("who").orElseThrow()))
        .containsExactlyInAnyOrder("role-stakeholder", "agency-who");
    assertThat(directory.users("chair", 0, 10))
        .extracting(IdentityDirectory.Person::loginName)
        .containsExactly("chair");
    assertThat(directory.users("agency-ilo", 0, 10))
        .extracting(IdentityDirectory.Person::loginName)
        .containsExactly("ilo");
    assertThat(directory.users("role-stakeholder", 0, 100)).hasSize(9);
    assertThat(directory.users(null, 0, 3)).hasSize(3);
    assertThat(directory.groups())
        .extracting(IdentityDirectory.Group::id)
        .contains("role-coordinator", "camunda-admin", "decision-clerk", "operator");
    assertThat(directory.group("seat-4")).isPresent();
    assertThat(directory.group("nonsense")).isEmpty();
  }

  @Test
  void logsWhoCameInWhoLeftAndWhoWasRefused() throws Exception {
    try (LogLines lines = new LogLines(SecurityLog.LOGGER)) {
      MockHttpSession session = signIn("manager");
      web.perform(get("/my-tasks").session(session).secure(true).with(remoteAddress("192.0.2.9")));
      web.perform(post("/camunda/api/admin/setup/default/user/create").content("{}"));
      web.perform(post("/logout").session(session).with(csrf()));
      web.perform(formLogin("/login").user("manager").password("my secret"));
      web.perform(formLogin("/login").user("my other secret").password("x"));
      web.perform(get("/api/cases").with(httpBasic("manager", "my third secret")));

      String manager = accounts.idOf("manager").orElseThrow();
      assertThat(lines.all())
          .containsSubsequence(
              "INFO event=sign-in-accepted who=\"%s\" what=\"sign-in\" from=\"127.0.0.1\""
                  .formatted(manager),
              "WARN event=refused who=\"%s\" what=\"GET /my-tasks 403\" from=\"192.0.2.9\""
                  .formatted(manager),
              "WARN event=refused who=\"-\" what=\"POST /camunda/api/admin/setup/default/user/create 403\" from=\"127.0.0.1\"",
              "INFO event=sign-out who=\"%s\" what=\"sign-out\" from=\"127.0.0.1\""
                  .formatted(manager),
              "WARN event=sign-in-refused who=\"%s\" what=\"sign-in\" from=\"127.0.0.1\" why=\"BadCredentialsException\""
                  .formatted(manager),
              "WARN event=sign-in-refused who=\"-\" what=\"sign-in\" from=\"127.0.0.1\" why=\"BadCredentialsException\"",
              "WARN event=sign-in-refused who=\"%s\" what=\"sign-in\" from=\"127.0.0.1\" why=\"BadCredentialsException\""
                  .formatted(manager));
      assertThat(String.join("\n", lines.all())).doesNotContain("secret");
    }
  }
}
