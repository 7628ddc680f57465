package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kill -9 while people answer: what was confirmed is there once, and the process goes on. */
class RestartIT {

  private static final int REQUESTERS = 2;

  @TempDir Path folder;

  private final AcceptedAnswers accepted = new AcceptedAnswers();
  private final AtomicInteger titles = new AtomicInteger();

  @Test
  void losesNoConfirmedAnswerAndGoesOn() throws Exception {
    long seed = Long.getLong("restart.seed", System.nanoTime());
    String server;
    try (RunningProgram program = start("first.log").awaitReady()) {
      killWhilePeopleAnswer(program, new Random(seed));
      server = serverProcess();
    }
    System.out.printf(
        "restart.seed=%d: killed after %d requests, %d checks and %d rounds were confirmed%n",
        seed, accepted.requests.size(), accepted.checks.size(), accepted.rounds.size());
    String url;
    try (RunningProgram again = start("again.log").awaitReady()) {
      assertThat(serverProcess()).as("the server that outlived the program").isEqualTo(server);
      url = url();
      JdbcClient jdbc = jdbc(url);
      everyRequestStandsOnce(jdbc);
      everyAnswerStandsOnce(jdbc);
      dutiesAndTasksAgree(jdbc);
      goesOn(again, jdbc);
      assertThat(again.log()).doesNotContain("Exception");
    }
    assertThat(folder.resolve("data/postgresql/postmaster.pid")).doesNotExist();
    assertThatThrownBy(() -> DriverManager.getConnection(url)).hasMessageContaining("refused");
  }

  private RunningProgram start(String log) {
    Map<String, String> settings = Map.of("SOCLE_DATA_DIR", folder.resolve("data").toString());
    return RunningProgram.start(folder.resolve(log), settings);
  }

  /** Not before a few answers of each kind were confirmed, and then at any moment. */
  private void killWhilePeopleAnswer(RunningProgram program, Random random) throws Exception {
    CountDownLatch enough = new CountDownLatch(3 + random.nextInt(8));
    CountDownLatch checked = new CountDownLatch(1);
    CountDownLatch voted = new CountDownLatch(1);
    ExecutorService people = Executors.newFixedThreadPool(REQUESTERS + 2);
    try {
      for (int person = 0; person < REQUESTERS; person++) {
        people.execute(
            accepted.until(
                program,
                "focal-point",
                visitor -> {
                  accepted.request(visitor, "Restart " + titles.incrementAndGet());
                  enough.countDown();
                }));
      }
      people.execute(
          accepted.until(
              program,
              "coordinator",
              visitor -> {
                accepted.check(visitor);
                if (!accepted.checks.isEmpty()) {
                  checked.countDown();
                }
              }));
      people.execute(
          accepted.until(
              program,
              "stakeholder",
              visitor -> {
                accepted.round(visitor);
                if (!accepted.rounds.isEmpty()) {
                  voted.countDown();
                }
              }));
      for (CountDownLatch condition : List.of(enough, checked, voted)) {
        assertThat(condition.await(60, TimeUnit.SECONDS))
            .as("answers: %s", accepted.failures)
            .isTrue();
      }
      new CountDownLatch(1).await(random.nextInt(500), TimeUnit.MILLISECONDS);
      program.kill();
    } finally {
      people.shutdown();
    }
    assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(accepted.failures).isEmpty();
  }

  /**
   * One request of each person may have been stored without its confirmation; half a case never.
   */
  private void everyRequestStandsOnce(JdbcClient jdbc) {
    List<String> stored =
        jdbc.sql("select id from national_process where title like 'Restart %'")
            .query(String.class)
            .list();
    assertThat(stored).containsAll(accepted.requests.values());
    assertThat(stored).hasSizeLessThanOrEqualTo(accepted.requests.size() + REQUESTERS);
    assertThat(jdbc.sql("select title from national_process").query(String.class).list())
        .doesNotHaveDuplicates();
    for (String caseId : stored) {
      assertThat(count(jdbc, "select count(*) from support_request where case_id = ?", caseId))
          .isEqualTo(1);
      assertThat(
              count(
                  jdbc,
                  """
              select count(*) from act_hi_procinst
              where business_key_ = ? and proc_def_key_ = 'national-process' and end_time_ is null
              """,
                  caseId))
          .isEqualTo(1);
      assertThat(
              count(
                  jdbc,
                  """
              select count(*) from duty where case_id = ? and element = 'userTask_checkRequest'
              """,
                  caseId))
          .isEqualTo(1);
      assertThat(
              count(
                  jdbc,
                  """
              select count(*) from notification_outbox where case_id = ? and kind like 'request-%'
              """,
                  caseId))
          .isEqualTo(1);
    }
  }

  private void everyAnswerStandsOnce(JdbcClient jdbc) {
    for (String duty : accepted.checks) {
      answeredOnce(jdbc, duty);
      assertThat(
              count(
                  jdbc,
                  """
              select count(*) from duty where element = 'userTask_appraiseJointly' and state = 'open'
                and case_id = (select case_id from duty where id = ?)
              """,
                  duty))
          .isEqualTo(1);
    }
    for (String duty : accepted.rounds) {
      answeredOnce(jdbc, duty);
      assertThat(
              count(
                  jdbc,
                  """
              select count(*) from position p join duty d on d.candidate_group = 'seat-' || p.seat_id where d.id = ?
              """,
                  duty))
          .isEqualTo(3);
    }
  }

  private void answeredOnce(JdbcClient jdbc, String duty) {
    assertThat(count(jdbc, "select count(*) from duty where id = ? and state = 'answered'", duty))
        .isEqualTo(1);
    assertThat(
            count(
                jdbc,
                "select count(*) from evidence where action = 'duty.answered' and subject = ?",
                duty))
        .isEqualTo(1);
  }

  private static void dutiesAndTasksAgree(JdbcClient jdbc) {
    assertThat(jdbc.sql("select task_id from duty where state = 'open'").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(
            jdbc.sql("select id_ from act_ru_task").query(String.class).list());
  }

  /** A confirmed request whose check is still open, or one more that is made now. */
  private void goesOn(RunningProgram program, JdbcClient jdbc) throws Exception {
    accepted.request(Visitor.signIn(program, "focal-point"), "Restart after the kill");
    Visitor coordinator = Visitor.signIn(program, "coordinator");
    List<String> waiting = AcceptedAnswers.duties(coordinator.get("/my-tasks"), "Check request");
    assertThat(waiting).isNotEmpty();
    for (String duty : waiting) {
      AcceptedAnswers.answer(coordinator, duty, Map.of("outcome", "ACCEPT", "reason", "Complete"));
      accepted.checks.add(duty);
    }
    everyAnswerStandsOnce(jdbc);
    assertThat(AcceptedAnswers.duties(coordinator.get("/my-tasks"), "Appraise jointly"))
        .hasSize(accepted.checks.size());
    dutiesAndTasksAgree(jdbc);
  }

  private static int count(JdbcClient jdbc, String sql, String id) {
    return jdbc.sql(sql).param(id).query(Integer.class).single();
  }

  private String serverProcess() throws IOException {
    return notes().get(0);
  }

  private String url() throws IOException {
    return "jdbc:postgresql://127.0.0.1:" + notes().get(3).strip() + "/socle?user=postgres";
  }

  private List<String> notes() throws IOException {
    return Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid"));
  }

  private static JdbcClient jdbc(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return JdbcClient.create(source);
  }
}
