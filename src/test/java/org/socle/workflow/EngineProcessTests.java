package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.InvalidFormException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Duties, askings and forms through a small process of their own. */
@Import(EngineTestProcesses.class)
@TestPropertySource(properties = "socle.workflow.processes=classpath*:/engine-test/")
class EngineProcessTests extends ProcessTestSupport {

  private static final Map<String, Object> ASK =
      Map.of("outcome", "ASK", "reason", "Everybody has a say");

  @Autowired private TaskService tasks;

  @AfterAll
  void covers() {
    assertCovered("test-asking");
    assertCovered("test-asking-answer");
  }

  @Test
  void asksFiveAndJoinsOnceWhenTheLastHasAnswered() {
    startProcess("test-asking", Map.of());
    completeTask("userTask_decide", ASK);
    assertThat(openDuties("userTask_answer"))
        .extracting(Duty::group)
        .containsExactlyInAnyOrder("seat-s1", "seat-s2", "seat-s3", "seat-s4", "seat-s5");
    for (int seat = 1; seat <= 4; seat++) {
      completeTask("userTask_answer", "seat-s" + seat, Map.of("answer", "Yes"));
    }
    assertThat(caseEngine.currentSteps(caseId)).isEmpty();
    notPassed("serviceTask_close");
    completeTask("userTask_answer", "seat-s5", Map.of("answer", "Yes"));
    passed(
        "startEvent_begun",
        "userTask_decide",
        "sendTask_ask",
        "receiveTask_await",
        "serviceTask_close",
        "endEvent_done");
    nothingRuns();
    assertThat(actions()).containsOnlyOnce("asking.joined", "asking.closed");
    assertThat(duties.ofCase(caseId)).extracting(Duty::state).containsOnly("answered");
  }

  @Test
  void endsTheSilentAtTheDeadline() {
    startProcess("test-asking", Map.of());
    completeTask("userTask_decide", ASK);
    completeTask("userTask_answer", "seat-s2", Map.of("answer", "Yes"));
    Duty late = openDuties("userTask_answer").get(0);
    fireTimer("event_termOver");
    passed("event_termOver", "serviceTask_close", "endEvent_done");
    nothingRuns();
    assertThat(duties.ofCase(caseId))
        .extracting(Duty::state)
        .containsExactlyInAnyOrder("answered", "answered", "silent", "silent", "silent", "silent");
    assertThat(actions()).doesNotContain("asking.joined");
    assertThatThrownBy(() -> complete(late, Map.of("answer", "Yes")))
        .isInstanceOfSatisfying(
            DutyClosedException.class, e -> assertThat(e.state()).isEqualTo("silent"));
  }

  @Test
  void goesOnAtOnceWhenNobodyIsToBeAsked() {
    startProcess("test-asking", Map.of("nobody", true));
    completeTask("userTask_decide", ASK);
    nothingRuns();
  }

  @Test
  void writesADutyWithTheDueDateOfTheCountry() {
    startProcess("test-asking", Map.of());
    Duty duty = openDuties("userTask_decide").get(0);
    assertThat(duty.dueDate()).isEqualTo(LocalDate.of(2026, 3, 16));
    assertThat(duty.group()).isEqualTo("secretariat");
    assertThat(duty.form()).isEqualTo("decide");
    assertThat(duty.country()).isEqualTo(COUNTRY);
    Task task = tasks.createTaskQuery().taskId(duty.taskId()).singleResult();
    assertThat(task.getName()).isEqualTo("Decide");
    assertThat(task.getDescription()).isEqualTo("Say what happens next.");
    assertThat(task.getTenantId()).isEqualTo(COUNTRY);
    assertThat(task.getDueDate()).isEqualTo("2026-03-16T23:59:59Z");
    completeTask("userTask_decide", ASK);
    assertThat(openDuties("userTask_answer"))
        .extracting(Duty::dueDate)
        .containsOnly(EngineTestProcesses.DUE);
    assertThat(openDuties("userTask_answer")).extracting(Duty::subjectId).contains("s1", "s5");
  }

  @Test
  void refusesAWrongFormAndNamesEveryField() {
    startProcess("test-asking", Map.of());
    Map<String, Object> wrong =
        Map.of("outcome", "MAYBE", "rounds", "many", "day", "31.3.2026", "more", "x");
    assertThatThrownBy(() -> completeTask("userTask_decide", wrong))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            e ->
                assertThat(e.errors())
                    .extracting(InvalidFormException.FieldError::field)
                    .containsExactlyInAnyOrder("outcome", "reason", "rounds", "day", "more"));
    assertThat(openDuties("userTask_decide")).hasSize(1);
  }

  @Test
  void refusesWhatTheStepRefuses() {
    startProcess("test-asking", Map.of());
    assertThatThrownBy(
            () -> completeTask("userTask_decide", Map.of("outcome", "ASK", "reason", "because")))
        .isInstanceOf(InvalidFormException.class);
  }

  @Test
  void refusesStrangersAndOtherCountries() {
    startProcess("test-asking", Map.of());
    Duty duty = openDuties("userTask_decide").get(0);
    for (Actor stranger :
        List.of(
            new Actor("acc-1", Set.of("chair"), Set.of(COUNTRY)),
            new Actor("acc-1", Set.of("secretariat"), Set.of("PHL")))) {
      assertThatThrownBy(() -> completion.complete(duty.id(), ASK, stranger))
          .isInstanceOfSatisfying(
              DutyClosedException.class, e -> assertThat(e.state()).isEqualTo("not-yours"));
    }
  }

  @Test
  void letsStaffAnswerAContributionTheyClaimed() {
    startProcess("test-asking", Map.of());
    completeTask("userTask_decide", ASK);
    Duty duty = openDuties("userTask_answer").get(0);
    Actor staff = new Actor("acc-staff", Set.of("role-coordinator"), Set.of(COUNTRY));
    assertThatThrownBy(() -> completion.complete(duty.id(), Map.of("answer", "By letter"), staff))
        .isInstanceOf(DutyClosedException.class);
    tasks.claim(duty.taskId(), "acc-staff");
    completion.complete(
        duty.id(), Map.of("answer", "Yes", "channel", "LETTER", "reference", "L-1"), staff);
    assertThat(duties.find(duty.id()).orElseThrow().answeredBy()).isEqualTo("acc-staff");
    assertThat(
            jdbc.sql("select count(*) from act_ru_authorization where user_id_ = 'acc-staff'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void refusesToCompleteATaskPastItsForm() {
    startProcess("test-asking", Map.of());
    Task task = tasks.createTaskQuery().processInstanceBusinessKey(caseId).singleResult();
    assertThatThrownBy(() -> tasks.complete(task.getId()))
        .hasStackTraceContaining("by its form only");
    assertThat(openDuties("userTask_decide")).hasSize(1);
  }

  @Test
  void recordsATaskThatWasTakenAwayAsCancelled() {
    String id = startProcess("test-asking", Map.of()).getId();
    runtime.deleteProcessInstance(id, "no longer needed");
    assertThat(duties.ofCase(caseId)).extracting(Duty::state).containsOnly("cancelled");
    assertThat(actions()).contains("duty.ended");
  }

  @Test
  void keepsFormValuesOutOfTheEngine() {
    startProcess("test-asking", Map.of());
    completeTask(
        "userTask_decide",
        Map.of(
            "outcome", "ASK", "reason", "Everybody has a say", "person", "Aurelia Planted-Name"));
    assertThat(EngineTables.holding(jdbc, "Planted-Name")).isEmpty();
    assertThat(EngineTables.holding(jdbc, "Everybody has a say")).isEmpty();
    assertThat(EngineTables.holding(jdbc, "seat-s1")).isNotEmpty();
  }

  @Test
  void startsNothingWithoutACountry() {
    assertThatThrownBy(
            () -> runtime.createProcessInstanceByKey("test-asking").businessKey(caseId).execute())
        .hasMessageContaining("country");
    startProcess("test-asking", Map.of());
    completeTask("userTask_decide", ASK);
    for (String table :
        List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_variable",
            "act_ru_job",
            "act_ru_event_subscr where execution_id_ is not null")) {
      String where = table.contains(" where ") ? " and " : " where ";
      assertThat(
              jdbc.sql("select count(*) from " + table + where + "tenant_id_ is null")
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  private List<String> actions() {
    return jdbc.sql("select action from evidence where case_id = ? order by id")
        .param(caseId)
        .query(String.class)
        .list();
  }
}
