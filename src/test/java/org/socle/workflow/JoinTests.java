package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.socle.operation.TestDatabase;
import org.socle.tracking.Actor;
import org.socle.tracking.Askings;
import org.socle.tracking.Duties;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.TaskCompletion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Joining as the running program does it: on threads of its own, with people answering at the same
 * time.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "socle.demo=false",
      "socle.tracking.sweep-seconds=1",
      "socle.workflow.processes=classpath*:/engine-test/",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(EngineTestProcesses.class)
class JoinTests {

  @Autowired private RuntimeService runtime;
  @Autowired private Duties duties;
  @Autowired private Askings askings;
  @Autowired private TaskCompletion completion;
  @Autowired private JdbcClient jdbc;

  private final String caseId = UUID.randomUUID().toString();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
  }

  @Test
  void joinsOnceWhenTheLastTwoAnswerAtTheSameMoment() throws Exception {
    for (int round = 0; round < 10; round++) {
      String roundCase = caseId + round;
      List<Duty> open = ask(roundCase, 2);
      CyclicBarrier together = new CyclicBarrier(2);
      answer(
          2,
          open,
          duty -> {
            together.await();
            complete(duty);
            return duty.id();
          });
      assertJoinedOnce(roundCase);
    }
  }

  @Test
  void letsTwoHundredSeatsAnswerOverFourConnections() throws Exception {
    List<Duty> open = ask(caseId, 200);
    assertThat(open).hasSize(200);
    answer(
        4,
        open,
        duty -> {
          complete(duty);
          return duty.id();
        });
    assertJoinedOnce(caseId);
    assertThat(
            jdbc.sql("select count(*) from duty where case_id = ? and state = 'answered'")
                .param(caseId)
                .query(Integer.class)
                .single())
        .isEqualTo(201);
    assertThat(
            jdbc.sql("select count(*) from evidence where case_id = ? and action = 'duty.answered'")
                .param(caseId)
                .query(Integer.class)
                .single())
        .isEqualTo(201);
  }

  @Test
  void endsAnAskingEarlyOnceAndRecordsTheOthersSilent() {
    List<Duty> open = ask(caseId, 3);
    complete(open.get(0));
    String askingId = askings.openOf(caseId).get(0).id();
    assertThat(askings.conclude(askingId, "acc-chair", "The seats asked for it")).isTrue();
    assertThat(askings.conclude(askingId, "acc-chair", "Twice")).isFalse();
    assertThat(askings.openOf(caseId)).isEmpty();
    assertThat(
            jdbc.sql("select state from duty where asking_id = ? order by state")
                .param(askingId)
                .query(String.class)
                .list())
        .containsExactly("answered", "silent", "silent");
    await(
        () -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).count() == 0);
  }

  @Test
  void sweepsUpAnAskingWhoseJoinWasLost() {
    ask(caseId, 1);
    // As if the program had been killed between the commit of the last answer and the join.
    jdbc.sql("update duty set state = 'answered' where case_id = ? and asking_id is not null")
        .param(caseId)
        .update();
    await(() -> joined(caseId) == 1);
    await(
        () ->
            runtime
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseId)
                    .processDefinitionKey("test-asking")
                    .count()
                == 0);
  }

  private List<Duty> ask(String of, int recipients) {
    runtime
        .createProcessInstanceByKey("test-asking")
        .businessKey(of)
        .setVariables(Map.of("country", "XTR", "recipients", recipients))
        .execute();
    Duty first = duties.ofCase(of).get(0);
    completion.complete(
        first.id(), Map.of("outcome", "ASK", "reason", "All have a say"), actor(first));
    return duties.ofCase(of).stream()
        .filter(duty -> "userTask_answer".equals(duty.element()))
        .toList();
  }

  private void complete(Duty duty) {
    completion.complete(duty.id(), Map.of("answer", "Yes"), actor(duty));
  }

  private static Actor actor(Duty duty) {
    return new Actor("acc-" + duty.group(), Set.of(duty.group()), Set.of(duty.country()));
  }

  private static void answer(int threads, List<Duty> open, Answer answer) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<String>> work = new ArrayList<>();
      open.forEach(duty -> work.add(() -> answer.of(duty)));
      for (Future<String> done : people.invokeAll(work)) {
        done.get();
      }
    } finally {
      people.shutdown();
    }
  }

  private void assertJoinedOnce(String of) {
    await(() -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(of).count() == 0);
    assertThat(joined(of)).isEqualTo(1);
  }

  private int joined(String of) {
    return jdbc.sql("select count(*) from evidence where case_id = ? and action = 'asking.joined'")
        .param(of)
        .query(Integer.class)
        .single();
  }

  private static void await(BooleanSupplier condition) {
    Instant latest = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("latest moment").isBefore(latest);
      Thread.onSpinWait();
    }
  }

  @FunctionalInterface
  private interface Answer {
    String of(Duty duty) throws Exception;
  }
}
