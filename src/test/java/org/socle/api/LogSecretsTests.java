package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.socle.api.LiveProgram.Browser;
import org.socle.security.Role;
import org.socle.security.SecurityLog;

/** No password, no token and nothing that somebody wrote stands in any log, whatever goes wrong. */
@ExtendWith(LiveEngine.class)
class LogSecretsTests {

  private static final String FIELDS =
      "country=XTR&requestingInstitution=Ministry&governmentOrigin=true&signatoryFunction=Minister"
          + "&authorityLevel=MINISTER&guaranteeG4=true&subject=PENSION";
  private static final Pattern TOKEN =
      Pattern.compile("name=\"(?:_csrf|_submission)\"[^>]*value=\"([^\"]+)\"");

  private final String draft = "Draft" + UUID.randomUUID();
  private final String wrong = "wrong-" + UUID.randomUUID();
  private final Set<String> secrets = new HashSet<>(Set.of(draft, wrong, LiveProgram.PASSWORD));
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger guarding = (Logger) LoggerFactory.getLogger(SecurityLog.LOGGER);
  private final Logger ours = (Logger) LoggerFactory.getLogger("org.socle");

  private String name;
  private Level before;

  @BeforeEach
  void listen() {
    name = LiveProgram.account(Role.STAKEHOLDER, "XTR");
    before = root.getLevel();
    root.setLevel(Level.INFO);
    ours.setLevel(Level.DEBUG);
    guarding.setLevel(Level.INFO);
    heard.start();
    root.addAppender(heard);
  }

  @AfterEach
  void stop() {
    root.detachAppender(heard);
    root.setLevel(before);
    ours.setLevel(null);
    guarding.setLevel(Level.OFF);
  }

  private void nothingSecretWasLogged() {
    List<String> lines = List.copyOf(heard.list).stream().map(LogSecretsTests::whole).toList();
    assertThat(secrets).hasSizeGreaterThan(3);
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(secrets).noneMatch(line::contains));
  }

  private static String whole(ILoggingEvent event) {
    return event.getFormattedMessage()
        + event.getMDCPropertyMap()
        + (event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }

  private void keep(String page) {
    Matcher token = TOKEN.matcher(page);
    while (token.find()) {
      secrets.add(token.group(1));
    }
  }

  private Browser signedIn(String who) throws Exception {
    Browser browser = Browser.signedIn(who);
    keep(browser.get("/request").body());
    browser.get("/camunda/app/tasklist/default/");
    secrets.addAll(browser.secrets());
    return browser;
  }

  @Test
  void signInsRightAndWrong() throws Exception {
    signedIn(name);
    for (String typed :
        List.of("username=" + name + "&password=" + wrong, "username=" + wrong + "&password=x")) {
      Browser stranger = new Browser();
      String page = stranger.get("/login").body();
      keep(page);
      stranger.form("/login", typed + stranger.hidden(page));
      stranger.form("/login", typed);
      stranger.get("/login?" + typed);
    }
    for (String header : List.of(LiveProgram.basic(name), "Basic " + wrong, "Bearer " + wrong)) {
      secrets.add(header.replaceFirst("\\w+ ", ""));
      assertThat(api("/api/cases?country=XTR", header, null).statusCode()).isIn(200, 401, 403);
    }
    nothingSecretWasLogged();
  }

  @Test
  void formsThatAreRefused() throws Exception {
    Browser browser = signedIn(name);
    for (String typed :
        List.of(
            "title=" + draft,
            "title=" + draft.repeat(100),
            "title=" + draft + "%00",
            FIELDS + "&objectives=" + draft + "&letterDate=" + draft,
            "objectives=" + draft + "&" + "a=1&".repeat(6_000))) {
      for (String step : List.of("check", "send", draft)) {
        browser.form(
            "/request", typed + "&_step=" + step + browser.hidden(browser.get("/request").body()));
        browser.form("/request", typed + "&_step=" + step);
      }
    }
    browser.form("/my-tasks/none", "reason=" + draft);
    browser.get("/cases?text=" + draft);
    nothingSecretWasLogged();
  }

  @Test
  void callsOfProgramsAndOfTheTasklistThatAreRefused() throws Exception {
    String basic = LiveProgram.basic(name);
    secrets.add(basic.substring("Basic ".length()));
    for (String body :
        List.of(
            "{\"title\":\"" + draft + "\"",
            "{\"title\":{\"" + draft + "\":1}}",
            "{\"authorityLevel\":\"" + draft + "\",\"letterDate\":\"" + draft + "\"}",
            draft)) {
      assertThat(api("/api/requests", basic, body).statusCode()).isBetween(400, 499);
    }
    Browser coordinator = signedIn(LiveProgram.account(Role.COORDINATOR, "XTR"));
    String task = task(SentOnceTests.duty());
    for (String body :
        List.of(
            "{\"variables\":{\"reason\":{\"value\":\"" + draft + "\"}}}",
            "{\"variables\":{\"reason\":{\"value\":\"" + draft + "\",\"type\":\"Object\"}}}",
            "{\"variables\":{\"" + draft + "\":{\"value\":{}}}",
            "{\"" + draft + "\":1}",
            draft)) {
      coordinator.engine("/task/" + task + "/submit-form", body);
      coordinator.engine("/task?maxResults=1", body);
    }
    nothingSecretWasLogged();
  }

  @Test
  void faultsOfTheProgram() throws Exception {
    Browser browser = signedIn(name);
    Browser coordinator = signedIn(LiveProgram.account(Role.COORDINATOR, "XTR"));
    String task = task(SentOnceTests.duty());
    String basic = LiveProgram.basic(name);
    secrets.add(basic.substring("Basic ".length()));
    // A row that the database does not take: its refusal names the row.
    LiveProgram.jdbc()
        .sql("alter table support_request add constraint ck_fault check (status = 'x') not valid")
        .update();
    try {
      HttpResponse<String> page =
          browser.form(
              "/request",
              FIELDS
                  + "&title="
                  + draft
                  + "&objectives="
                  + draft
                  + "&_step=send"
                  + browser.hidden(browser.get("/request").body()));
      assertThat(page.statusCode()).as(page.body()).isEqualTo(500);
      assertThat(page.body()).doesNotContain(draft, "ck_fault", "\tat ");
      HttpResponse<String> program =
          api(
              "/api/requests",
              basic,
              "{\"country\":\"XTR\",\"title\":\"T\",\"objectives\":\""
                  + draft
                  + "\",\"requestingInstitution\":\"M\",\"signatoryFunction\":\"M\","
                  + "\"authorityLevel\":\"MINISTER\",\"subject\":\"PENSION\"}");
      assertThat(program.statusCode()).as(program.body()).isEqualTo(500);
      assertThat(program.body()).doesNotContain(draft, "ck_fault");
      HttpResponse<String> tasklist =
          coordinator.engine(
              "/task/" + task + "/submit-form",
              "{\"variables\":{\"outcome\":{\"value\":\"DECLINE\"},\"reason\":{\"value\":\""
                  + draft
                  + "\"}}}");
      assertThat(tasklist.statusCode()).as(tasklist.body()).isEqualTo(500);
      assertThat(tasklist.body())
          .contains("\"type\":\"Fault\"")
          .doesNotContain(draft, "ck_fault", "Exception", "update ");
    } finally {
      LiveProgram.jdbc().sql("alter table support_request drop constraint ck_fault").update();
    }
    assertThat(heard.list).anyMatch(event -> event.getThrowableProxy() != null);
    nothingSecretWasLogged();
  }

  private static String task(String duty) {
    return LiveProgram.jdbc()
        .sql("select task_id from duty where id = ?")
        .param(duty)
        .query(String.class)
        .single();
  }

  private static HttpResponse<String> api(String path, String header, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(LiveProgram.at(path))
            .header("Authorization", header)
            .header("Content-Type", "application/json");
    return HttpClient.newHttpClient()
        .send(
            body == null ? request.build() : request.POST(BodyPublishers.ofString(body)).build(),
            BodyHandlers.ofString());
  }
}
