package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.socle.api.LiveProgram.Browser;
import org.socle.nationalprocess.CaseRecord;
import org.socle.security.Role;
import org.socle.tracking.Actor;
import org.socle.tracking.Askings;
import org.socle.tracking.Claims;
import org.socle.tracking.Duties.Duty;

/** Whoever comes second in the Tasklist is told so, and what they sent has no effect. */
@ExtendWith(LiveEngine.class)
class TasklistRaceTests {

  private static final String DECLINED =
      "{\"variables\":{\"outcome\":{\"value\":\"DECLINE\"},\"reason\":{\"value\":\"Because\"}}}";
  private static final String NOMINATED =
      "{\"variables\":{\"answer\":{\"value\":\"NOMINATE\"},\"fullMember\":{\"value\":\"Ada\"},"
          + "\"substitute\":{\"value\":\"Bo\"},\"letterReference\":{\"value\":\"L-1\"},"
          + "\"channel\":{\"value\":\"LETTER\"},\"reference\":{\"value\":\"W-1\"}}}";

  private static final ExecutorService PEOPLE = Executors.newFixedThreadPool(2);
  private static String firstName;
  private static String secondName;
  private static Browser first;
  private static Browser second;

  @BeforeAll
  static void signIn() throws Exception {
    firstName = LiveProgram.account(Role.COORDINATOR, "XTR");
    secondName = LiveProgram.account(Role.COORDINATOR, "XTR");
    first = Browser.signedIn(firstName);
    second = Browser.signedIn(secondName);
    first.get("/camunda/app/tasklist/default/");
    second.get("/camunda/app/tasklist/default/");
  }

  @AfterAll
  static void goHome() {
    PEOPLE.shutdown();
  }

  @RepeatedTest(10)
  void theFirstOfTwoPeopleWinsAndTheSecondIsToldWhoItWas() throws Exception {
    String duty = SentOnceTests.duty();
    String path = "/task/" + task(duty) + "/submit-form";

    List<HttpResponse<String>> answers =
        together(() -> first.engine(path, DECLINED), () -> second.engine(path, DECLINED));

    HttpResponse<String> won = answers.get(answers.get(0).statusCode() == 204 ? 0 : 1);
    HttpResponse<String> lost = answers.get(won == answers.get(0) ? 1 : 0);
    assertThat(won.statusCode()).as(won.body()).isEqualTo(204);
    assertThat(lost.statusCode()).as(lost.body()).isEqualTo(409);
    assertThat(lost.body()).contains("Name of " + (won == answers.get(0) ? firstName : secondName));
    assertThat(count("duty.answered", duty)).isEqualTo(1);
  }

  @Test
  void anAnswerAfterTheTaskWasTakenAwayIsRefusedInASentence() throws Exception {
    Duty duty = claimed();
    LiveProgram.bean(Askings.class).conclude(asking(duty), "acc-test", "Time is over");

    HttpResponse<String> late = first.engine("/task/" + duty.taskId() + "/submit-form", NOMINATED);

    assertThat(late.statusCode()).as(late.body()).isEqualTo(404);
    assertThat(late.body())
        .contains("TaskClosed", "It is no longer needed, because the case went on");
    assertThat(state(duty)).isEqualTo("silent");
  }

  @RepeatedTest(5)
  void anAnswerAndTheEndOfItsAskingAtOnceHaveOneEffect() throws Exception {
    Duty duty = claimed();
    String askingId = asking(duty);
    Callable<HttpResponse<String>> answering =
        () -> first.engine("/task/" + duty.taskId() + "/submit-form", NOMINATED);
    var answer = PEOPLE.submit(answering);
    var end =
        PEOPLE.submit(
            () -> LiveProgram.bean(Askings.class).conclude(askingId, "acc-test", "Time is over"));

    HttpResponse<String> said = answer.get();
    assertThat(end.get()).isTrue();
    assertThat(said.statusCode()).as(said.body()).isIn(204, 404, 409);
    boolean took = said.statusCode() == 204;
    assertThat(state(duty)).isEqualTo(took ? "answered" : "silent");
    assertThat(count("duty.answered", duty.id())).isEqualTo(took ? 1 : 0);
    assertThat(count("answer.entered", duty.id())).isEqualTo(took ? 1 : 0);
  }

  private static Duty claimed() {
    CaseRecord in = StaffCases.atNominations();
    Duty duty = StaffCases.duty(in, "userTask_answerNomination", "CTUC");
    LiveProgram.bean(Claims.class)
        .claim(
            duty.id(),
            new Actor(StaffCases.account(firstName), Set.of("role-coordinator"), Set.of("XTR")));
    return duty;
  }

  private static String asking(Duty duty) {
    return text("select asking_id from duty where id = ?", duty.id());
  }

  private static String task(String duty) {
    return text("select task_id from duty where id = ?", duty);
  }

  private static String state(Duty duty) {
    return text("select state from duty where id = ?", duty.id());
  }

  private static String text(String sql, String of) {
    return LiveProgram.jdbc().sql(sql).param(of).query(String.class).single();
  }

  private static int count(String action, String subject) {
    return LiveProgram.jdbc()
        .sql("select count(*) from evidence where action = ? and subject = ?")
        .params(action, subject)
        .query(Integer.class)
        .single();
  }

  private static List<HttpResponse<String>> together(
      Callable<HttpResponse<String>> one, Callable<HttpResponse<String>> other) throws Exception {
    var mine = PEOPLE.submit(one);
    var theirs = PEOPLE.submit(other);
    return List.of(mine.get(), theirs.get());
  }
}
