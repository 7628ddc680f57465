package org.socle.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socle.api.EnginesDoor;
import org.socle.security.Function;
import org.socle.security.NewAccount;
import org.socle.security.Role;
import org.socle.tracking.Duties.Duty;
import org.socle.workflow.WholeCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A whole case whose every text, name and address is an attack, over real pages: whoever reads it,
 * wherever, reads what was typed, and nothing comes of it.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "socle.demo=false",
      "socle.tracking.join-direct=true",
      "socle.evidence.seal-direct=true",
      "camunda.bpm.job-execution.enabled=false",
      "camunda.bpm.auto-deployment-enabled=false",
      "camunda.bpm.history-level=socle",
      "camunda.bpm.authorization.enabled=true"
    })
class HostileTextsTests extends WholeCase {

  private static final String PASSWORD = "hostile-texts-1";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final long SEED = Long.getLong("hostile.seed", System.nanoTime());

  private final Random chance = new Random(SEED);
  private final Literally literally = new Literally();
  private final HostileForms hostileForms = new HostileForms(chance, literally);
  private final Set<String> elements = new HashSet<>();

  private int numbers;
  private final EnginesDoor door = new EnginesDoor();

  @Autowired private ProcessEngine engine;

  @LocalServerPort private int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  @Override
  protected String words(int number, int longest) {
    return noted(HostileStrings.text(chance, ++numbers, longest, longest >= 1000));
  }

  @Override
  protected String mailbox(int number) {
    String mailbox = HostileStrings.mailbox(++numbers);
    noted(mailbox + "@planted.example");
    return mailbox;
  }

  @Override
  protected String acronym(int number) {
    return noted(HostileStrings.word(++numbers));
  }

  @Override
  protected String nameOfInstitution() {
    return words(0, 200);
  }

  private String noted(String text) {
    literally.type(text);
    return text;
  }

  @BeforeEach
  void takeTheEnginesDoor() {
    door.take(engine);
  }

  @AfterEach
  void giveTheEnginesDoorBack() {
    door.giveBack();
  }

  @Test
  void areShownAsTheyWereTypedAndNothingComesOfThem() throws Exception {
    System.out.println("hostile.seed=" + SEED);
    for (Role role : Role.values()) {
      account(role.name().toLowerCase(java.util.Locale.ROOT), role.name(), Set.of(role));
    }
    String everybody = account("everybody", "acc-test", EnumSet.allOf(Role.class));
    walk(() -> look(everybody));
    readAll();

    System.out.printf(
        "%d hostile texts in %d forms, %d fields of %d forms on pages; %d answers read, %d texts found%n",
        numbers,
        filled.size(),
        hostileForms.fields,
        hostileForms.forms,
        literally.answers,
        literally.seen.size());
    assertThat(literally.problems).isEmpty();
    assertThat(numbers).isGreaterThan(200);
    // What no page shows, such as addresses of members, stood on the page of its form at least.
    assertThat(planted.values().stream().filter(literally::saw).count()).isGreaterThan(100);
    assertThat(literally.seen).hasSizeGreaterThan(500);
  }

  /** The new forms that are open, as pages and in the Tasklist; once, every page. */
  private void look(String everybody) {
    try {
      jdbc.sql("update institution set account_id = ? where case_id = ?")
          .params(everybody, caseId)
          .update();
      WebPerson person = person("everybody");
      for (Duty duty : duties.ofCase(caseId)) {
        // What is typed into a page may end an asking.
        if (!"open".equals(duties.find(duty.id()).orElseThrow().state())) {
          continue;
        }
        tasklist(person, duty);
        if (elements.add(duty.element())) {
          if (duty.group().startsWith("agency-")) {
            contacts.assign(
                COUNTRY, duty.group().substring(7).toUpperCase(java.util.Locale.ROOT), everybody);
          }
          hostileForms.typeInto(person, "/my-tasks/" + duty.id());
          read(person, "/cases/" + caseId);
          read(person, "/my-tasks");
          if (duty.element().equals("userTask_answerPositions")) {
            for (String page : pages()) {
              hostileForms.typeInto(person, page);
            }
          }
        }
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void tasklist(WebPerson person, Duty duty) throws Exception {
    String task = ENGINE + "/task/" + duty.taskId();
    HttpResponse<String> form = person.get(task + "/deployed-form");
    assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
    literally.form(task + "/deployed-form", form.body());
    for (String path : List.of("", "/form-variables", "/variables", "/form")) {
      HttpResponse<String> answer = person.get(task + path);
      literally.json(task + path, answer.body());
    }
  }

  private void readAll() throws Exception {
    Map<String, String> people = new LinkedHashMap<>();
    Arrays.stream(Role.values())
        .map(role -> role.name().toLowerCase(java.util.Locale.ROOT))
        .forEach(name -> people.put(name, ""));
    people.put("everybody", "");
    for (String name : people.keySet()) {
      WebPerson person = person(name);
      for (String page : pages()) {
        read(person, page);
      }
      for (String call :
          List.of(
              "/task?processInstanceBusinessKey=" + caseId + "&maxResults=50",
              "/history/variable-instance?maxResults=2000",
              "/history/task?processInstanceBusinessKey=" + caseId + "&maxResults=500",
              "/history/user-operation?maxResults=500",
              "/history/incident?maxResults=50",
              "/user?maxResults=50")) {
        literally.json(name + " " + call, person.get(ENGINE + call).body());
      }
    }
  }

  private void read(WebPerson person, String path) throws Exception {
    HttpResponse<String> answer = path.startsWith("/api/") ? api(person, path) : person.get(path);
    assertThat(answer.statusCode())
        .as(path + answer.body())
        .isIn(200, 302, 400, 401, 403, 404, 409, 410);
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/html")) {
      literally.html(path, answer.body());
    } else if (type.contains("json")) {
      literally.json(path, answer.body());
    } else if (type.startsWith("text/csv")) {
      literally.csv(path, answer.body());
    } else {
      assertThat(answer.body()).as(path).doesNotContain(HostileStrings.EVALUATED, "\u2116");
    }
  }

  private HttpResponse<String> api(WebPerson person, String path) throws Exception {
    String basic = "everybody:" + PASSWORD;
    return person.program(
        path,
        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> pages() {
    return Addresses.of(routes, new CaseIds(jdbc, caseId, COUNTRY).all());
  }

  private WebPerson person(String name) throws Exception {
    return new WebPerson("http://localhost:" + port).signIn(name, PASSWORD);
  }

  /** An account whose name is an attack; its id is the one that acts in this case. */
  private String account(String loginName, String id, Set<Role> roles) {
    Set<Function> held =
        EnumSet.allOf(Function.class).stream()
            .filter(one -> roles.contains(one.role()))
            .collect(Collectors.toSet());
    String name = words(0, 120);
    String account =
        accounts.create(
            new NewAccount(
                loginName,
                name,
                mailbox(0) + "@planted.example",
                "en",
                PASSWORD,
                roles,
                held.isEmpty() ? Map.of() : Map.of(COUNTRY, held),
                Set.of(COUNTRY),
                Set.of()),
            "acc-test");
    if (id.equals("acc-test")) {
      jdbc.sql(
              "insert into account (id, login_name, display_name, email, language, password_hash, created_at)"
                  + " select ?, 'acc.test', display_name, email, language, password_hash, created_at"
                  + " from account where id = ?")
          .params(id, account)
          .update();
    }
    return account;
  }
}
