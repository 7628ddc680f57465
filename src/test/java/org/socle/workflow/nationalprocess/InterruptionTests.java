package org.socle.workflow.nationalprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socle.nationalprocess.CaseRecord;
import org.socle.nationalprocess.GovernmentChanges;
import org.socle.nationalprocess.Interruptions;
import org.socle.tracking.Askings;
import org.socle.tracking.Contributions;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.DutyClosedException;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases that stand still, go on, are withdrawn, or get a new government, in every phase. */
class InterruptionTests extends NationalCase {

  private static final Duration PAUSE = Duration.ofDays(40);
  private static final Set<String> IN_WORKING_DAYS =
      Set.of("userTask_checkRequest", "userTask_answerPositions", "userTask_answerOpinion");

  @Autowired private Interruptions interruptions;
  @Autowired private GovernmentChanges changes;
  @Autowired private Askings askings;
  @Autowired private Contributions contributions;
  @Autowired private TaskService tasks;
  @Autowired private FormService taskForms;

  @ParameterizedTest
  @EnumSource(Stage.class)
  void standsStillFor40DaysThenGoesOnWithEveryDateMoved(Stage stage) {
    reach(stage, request());
    Map<String, LocalDate> due = dueDates("open");
    List<Job> timers = timers();
    LocalDate closes = closingDay();
    assertThat(due).isNotEmpty();

    assertThat(interruptions.suspend(caseId, "Elections", "acc-staff")).isTrue();
    assertThat(cases.get(caseId).suspended()).isTrue();
    assertThat(dueDates("stopped")).isEqualTo(due);
    int mails = mails();
    advance(PAUSE);

    assertThat(caseEngine.runDueJobs(caseId)).isZero();
    assertThat(late()).isZero();
    assertThat(lateInTasklist()).isZero();
    assertThat(mails()).isEqualTo(mails);
    refusesAnswers();

    assertThat(interruptions.resume(caseId, "Parliament sits", "acc-staff")).isTrue();

    assertThat(cases.get(caseId).status()).isEqualTo("RUNNING");
    Map<String, LocalDate> moved = dueDates("open");
    System.out.printf("%s: closes %s, now %s%n", stage, closes, closingDay());
    assertThat(moved.keySet()).isEqualTo(due.keySet());
    moved.forEach(
        (id, to) -> {
          Duty duty = duties.find(id).orElseThrow();
          System.out.printf("%s: %s %s -> %s%n", stage, duty.element(), due.get(id), to);
          assertThat(to).isEqualTo(expected(duty.element(), due.get(id)));
          assertThat(dueInEngine(duty)).isEqualTo(to);
        });
    if (closes != null) {
      assertThat(closingDay()).isAfter(closes);
    }
    timersAgree(timers);

    finish(stage);
    nothingRuns();
    assertThat(cases.get(caseId).outcome()).isEqualTo("DECIDED");
  }

  @Test
  void leavesOutTheHolidaysThatThePauseTook() {
    caseEngine.holdClock(Instant.parse("2026-03-30T02:00:00Z"));
    startCase(with("country", "PHL"));
    // 31 March, 1, 6, 7, 8, 10, 13, 14, 15 and 16 April; 2, 3 and 9 April are holidays
    assertThat(openDuties("userTask_checkRequest").get(0).dueDate()).isEqualTo("2026-04-16");
    interruptions.suspend(caseId, "Holy Week", "acc-staff");
    advance(Duration.ofDays(11));
    interruptions.resume(caseId, "Back", "acc-staff");

    // six working days: 31 March, 1, 6, 7, 8 and 10 April
    assertThat(openDuties("userTask_checkRequest").get(0).dueDate()).isEqualTo("2026-04-24");
  }

  @Test
  void movesAQuestionToTheGovernmentWithItsTimer() {
    startCase(request());
    completeTask(
        "userTask_checkRequest",
        Map.of("outcome", "CLARIFY", "reason", "No letter", "questions", "Which letter?"));
    LocalDate due = openDuties("userTask_answerClarification").get(0).dueDate();
    List<Job> timers = timers();
    interruptions.suspend(caseId, "Elections", "acc-staff");
    advance(PAUSE);
    interruptions.resume(caseId, "Go on", "acc-staff");

    LocalDate moved = openDuties("userTask_answerClarification").get(0).dueDate();
    assertThat(moved).isEqualTo(weekday(due.plusDays(40)));
    assertThat(
            jdbc.sql("select due_date from clarification where case_id = ?")
                .param(caseId)
                .query(LocalDate.class)
                .single())
        .isEqualTo(moved);
    timersAgree(timers);
    assertThat(timers().get(0).getDuedate().toInstant()).isEqualTo(endOf(moved));
  }

  @Test
  void hasOneEffectWhenSuspendedOrResumedTwice() throws Exception {
    startCase(request());
    assertThat(together(() -> interruptions.suspend(caseId, "Elections", "acc-staff")))
        .containsExactlyInAnyOrder(true, false);
    assertThat(interruptions.suspend(caseId, "Again", "acc-staff")).isFalse();
    assertThat(rows("SUSPENSION")).isEqualTo(1);
    assertThat(jobsOf("event_yearOfSuspensionOver")).isEqualTo(1);
    advance(Duration.ofDays(7));
    assertThat(together(() -> interruptions.resume(caseId, "Go on", "acc-staff")))
        .containsExactlyInAnyOrder(true, false);
    assertThat(interruptions.resume(caseId, "Again", "acc-staff")).isFalse();

    assertThat(evidence("case.resumed")).isEqualTo(1);
    assertThat(openDuties("userTask_checkRequest").get(0).dueDate()).isEqualTo("2026-03-23");
    assertThat(interruptions.suspend(caseId, "Once more", "acc-staff")).isTrue();
    assertThat(rows("SUSPENSION")).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void withdrawsFromEveryPhaseAndLeavesNothing(Stage stage, boolean suspended) {
    reach(stage, request());
    if (suspended) {
      interruptions.suspend(caseId, "Elections", "acc-staff");
      advance(PAUSE);
    }
    assertThat(interruptions.withdraw(caseId, "The government stops", "acc-focal")).isTrue();

    nothingRuns();
    assertThat(duties.ofCase(caseId)).extracting(Duty::state).doesNotContain("open", "stopped");
    assertThat(duties.ofCase(caseId)).extracting(Duty::state).contains("cancelled");
    assertThat(askings.openOf(caseId)).isEmpty();
    CaseRecord record = cases.get(caseId);
    assertThat(record.status()).isEqualTo("CLOSED");
    assertThat(record.outcome()).isEqualTo("WITHDRAWN");
    assertThat(record.reason()).isEqualTo("The government stops");
    assertThat(record.closedAt()).isEqualTo(clock.instant());
    assertThat(evidence("case.withdrawn")).isEqualTo(1);
    assertThat(
            jdbc.sql("select count(*) from interruption where case_id = ? and until_at is null")
                .param(caseId)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(interruptions.withdraw(caseId, "Twice", "acc-focal")).isFalse();
    assertThat(interruptions.suspend(caseId, "Too late", "acc-staff")).isFalse();
  }

  static Stream<Arguments> everywhere() {
    return Stream.of(Stage.values())
        .flatMap(stage -> Stream.of(Arguments.of(stage, false), Arguments.of(stage, true)));
  }

  @Test
  void keepsAnEntryWaitingWhileTheCaseIsSuspendedAndStrikesItWhenItIsWithdrawn() {
    reach(Stage.OPINIONS, request());
    String group = openDuties("userTask_answerOpinion").get(0).group();
    someoneActsFor(group);
    enterFor(
        owed("userTask_answerOpinion", group), Map.of("opinion", "VALID"), "TELEPHONE", "Call 1");
    LocalDate due = owed("userTask_confirmAnswer", group).dueDate();
    interruptions.suspend(caseId, "Elections", "acc-staff");
    advance(PAUSE);
    interruptions.resume(caseId, "Go on", "acc-staff");

    assertThat(entries()).containsExactly("WAITING");
    assertThat(owed("userTask_confirmAnswer", group).dueDate()).isAfter(due);

    assertThat(interruptions.withdraw(caseId, "The government stops", "acc-focal")).isTrue();

    assertThat(entries()).containsExactly("STRUCK");
    nothingRuns();
  }

  @Test
  void countsAnAnswerThatWasThereBeforeTheSuspension() throws Exception {
    reach(Stage.OPINIONS, request());
    List<Duty> open = openDuties("userTask_answerOpinion");
    open.subList(1, open.size()).forEach(duty -> complete(duty, Map.of("opinion", "VALID")));
    CountDownLatch answered = new CountDownLatch(1);
    CompletableFuture<Boolean> suspension =
        CompletableFuture.supplyAsync(
            () -> {
              await(answered);
              return interruptions.suspend(caseId, "Elections", "acc-staff");
            });
    inTransaction(
        () -> {
          complete(open.get(0), Map.of("opinion", "VALID"));
          answered.countDown();
          waitUntilSomebodyWaitsForALock();
        });
    assertThat(suspension.get(60, TimeUnit.SECONDS)).isTrue();
    joins.settle();

    assertThat(duties.find(open.get(0).id()).orElseThrow().state()).isEqualTo("answered");
    interruptions.resume(caseId, "Go on", "acc-staff");
    assertThat(openDuties("userTask_concludeTechnicalValidation")).hasSize(1);
    assertThat(askings.openOf(caseId)).isEmpty();
  }

  @Test
  void refusesAnAnswerThatTheSuspensionOvertakes() throws Exception {
    reach(Stage.OPINIONS, request());
    Duty last = openDuties("userTask_answerOpinion").get(0);
    CountDownLatch suspended = new CountDownLatch(1);
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(
            () -> {
              await(suspended);
              try {
                complete(last, Map.of("opinion", "VALID"));
                return "answered";
              } catch (DutyClosedException closed) {
                return closed.state();
              }
            });
    inTransaction(
        () -> {
          interruptions.suspend(caseId, "Elections", "acc-staff");
          suspended.countDown();
          waitUntilSomebodyWaitsForALock();
        });

    assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo("stopped");
    interruptions.resume(caseId, "Go on", "acc-staff");
    finish(Stage.OPINIONS);
    nothingRuns();
  }

  @Test
  void stopsWhatAnAnswerAskedWhileTheSuspensionWaited() throws Exception {
    startCase(request());
    reachNominationsBut("userTask_mapStakeholders");
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Boolean> suspension =
        CompletableFuture.supplyAsync(
            () -> {
              await(asked);
              return interruptions.suspend(caseId, "Elections", "acc-staff");
            });
    inTransaction(
        () -> {
          completeTask("userTask_mapStakeholders", Map.of());
          asked.countDown();
          waitUntilSomebodyWaitsForALock();
        });
    assertThat(suspension.get(60, TimeUnit.SECONDS)).isTrue();

    assertThat(openDuties("userTask_answerNomination")).isEmpty();
    assertThat(dueDates("stopped")).hasSize(9);
    assertThat(
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).active().list())
        .extracting(ProcessInstance::getId)
        .hasSize(1);
    interruptions.resume(caseId, "Go on", "acc-staff");
    finish(Stage.NOMINATIONS);
    nothingRuns();
  }

  @Test
  void leavesAJoinToTheResumptionWhenTheRoundIsSuspended() {
    reach(Stage.OPINIONS, request());
    String waiting =
        jdbc.sql(
                "select waiting_instance_id from asking where case_id = ? and joined_at is null and closed_at is null")
            .param(caseId)
            .query(String.class)
            .single();
    runtime.suspendProcessInstanceById(waiting);
    assertThat(contributions.join(waiting, "opinions.answered")).isFalse();
    openDuties("userTask_answerOpinion")
        .forEach(duty -> complete(duty, Map.of("opinion", "VALID")));
    assertThat(askings.openOf(caseId)).hasSize(1);
    assertThat(openDuties("userTask_concludeTechnicalValidation")).isEmpty();
    assertThat(askings.conclude(askings.openOf(caseId).get(0).id(), "acc-staff", "No")).isFalse();

    runtime.activateProcessInstanceById(waiting);
    interruptions.suspend(caseId, "Elections", "acc-staff");
    assertThat(askings.conclude(askings.openOf(caseId).get(0).id(), "acc-staff", "No")).isFalse();
    interruptions.resume(caseId, "Go on", "acc-staff");
    assertThat(openDuties("userTask_concludeTechnicalValidation")).hasSize(1);
  }

  @Test
  void cancelsWhatStoodStillWhenItsTaskIsTakenAway() {
    reach(Stage.OPINIONS, request());
    Duty gone = openDuties("userTask_answerOpinion").get(0);
    interruptions.suspend(caseId, "Elections", "acc-staff");

    runtime.deleteProcessInstance(
        tasks.createTaskQuery().taskId(gone.taskId()).singleResult().getProcessInstanceId(),
        "By an administrator");

    assertThat(duties.find(gone.id()).orElseThrow().state()).isEqualTo("cancelled");
    assertThat(
            jdbc.sql("select content from evidence where subject = ? and action = 'duty.ended'")
                .param(gone.id())
                .query(String.class)
                .single())
        .contains("cancelled");
    interruptions.resume(caseId, "Go on", "acc-staff");
    assertThat(duties.find(gone.id()).orElseThrow().state()).isEqualTo("cancelled");
    finish(Stage.OPINIONS);
    nothingRuns();
  }

  @Test
  void asksAnewForMembersThatStaffEnteredWrongly() {
    reach(Stage.ROUND, request());
    changes.record(COUNTRY, LocalDate.parse("2026-02-27"), "New cabinet", "acc-staff");
    completeTask("userTask_reconfirmMandate", confirmed("NEW"));
    Duty asked = openDuties("userTask_answerNomination").get(0);
    someoneActsFor(asked.group());
    enterFor(asked, nominated(), "LETTER", "L-9");
    completeTask(
        "userTask_confirmAnswer",
        asked.group(),
        Map.of("answer", "NOT_RIGHT", "remark", "Not these two"));

    assertThat(seats.find(asked.group().substring("seat-".length())).orElseThrow().seated())
        .as("the seat keeps its members")
        .isTrue();
    openDuties("userTask_answerNomination").forEach(duty -> complete(duty, nominated()));
    assertThat(cases.get(caseId).status()).isEqualTo("RUNNING");
    finish(Stage.ROUND);
    nothingRuns();
  }

  private static Map<String, Object> nominated() {
    return Map.of(
        "answer",
        "NOMINATE",
        "fullMember",
        "New full member",
        "substitute",
        "New substitute",
        "letterReference",
        "L-9");
  }

  @Test
  void asksEveryCaseOfTheCountryToReconfirmAndNoOther() {
    int before =
        changes.record("PHL", LocalDate.parse("2026-01-05"), "Earlier cases", "acc-staff").frozen();
    String elsewhere = startCase(request());
    String stopped = startCase(with("country", "PHL"));
    interruptions.suspend(stopped, "Elections", "acc-staff");
    String running = startCase(with("country", "PHL"));
    System.out.printf("%d cases of earlier tests frozen before%n", before);

    LocalDate day = LocalDate.parse("2026-02-27");
    GovernmentChanges.Recorded done = changes.record("PHL", day, "New cabinet", "acc-staff");
    assertThat(done.frozen()).isEqualTo(2);
    assertThat(done.notReached()).isEmpty();
    assertThat(changes.record("PHL", day, "And again", "acc-staff").frozen()).isZero();

    assertThat(cases.get(elsewhere).status()).isEqualTo("RUNNING");
    assertThat(openDuties("userTask_reconfirmMandate")).hasSize(1);
    assertThat(openDuties("userTask_reconfirmMandate").get(0).dueDate()).isEqualTo("2026-05-04");
    assertThat(cases.get(running).suspended()).isTrue();
    assertThat(interruptions.resume(running, "Without it", "acc-staff")).isFalse();

    advance(Duration.ofDays(90));
    assertThat(caseEngine.runDueJobs(running)).isZero();
    assertThat(cases.get(running).suspended()).isTrue();
    assertThat(late()).isEqualTo(1);
    completeTask("userTask_reconfirmMandate", confirmed("CONFIRMED"));
    assertThat(cases.get(running).status()).isEqualTo("RUNNING");
    assertThat(openDuties("userTask_checkRequest").get(0).dueDate())
        .isAfter(LocalDate.parse("2026-06-01"));

    caseId = stopped;
    assertThat(interruptions.resume(stopped, "Elected", "acc-staff")).isTrue();
    assertThat(cases.get(stopped).suspended()).isTrue();
    completeTask("userTask_reconfirmMandate", confirmed("CONFIRMED"));
    assertThat(cases.get(stopped).status()).isEqualTo("RUNNING");
    assertThat(evidence("mandate.reconfirmed")).isEqualTo(1);
    assertThat(interruptions.withdraw(stopped, "Over", "acc-staff")).isTrue();
    nothingRuns();
  }

  @Test
  void namesTheCasesOfAnOlderModelThatItCannotReach() throws IOException {
    changes.record("PHL", LocalDate.parse("2026-01-05"), "Earlier cases", "acc-staff");
    String older = olderModel();
    try {
      startCase(with("country", "PHL"));
      assertThat(interruptions.possible(caseId)).isFalse();
      assertThat(interruptions.suspend(caseId, "Elections", "acc-staff")).isFalse();
      assertThat(interruptions.withdraw(caseId, "Elections", "acc-staff")).isFalse();
      assertThat(rows("SUSPENSION") + rows("WITHDRAWAL")).isZero();

      GovernmentChanges.Recorded done =
          changes.record("PHL", LocalDate.parse("2026-02-27"), "New cabinet", "acc-staff");

      String reference = cases.get(caseId).reference();
      assertThat(done.frozen()).isZero();
      assertThat(done.notReached())
          .containsExactly(new GovernmentChanges.NotReached(caseId, reference));
      assertThat(changes.find(done.id())).isEqualTo(done);
      assertThat(cases.get(caseId).status()).isEqualTo("RUNNING");
      assertThat(rows("GOVERNMENT_CHANGE")).isZero();
      assertThat(evidence("government.not-reached")).isEqualTo(1);
      assertThat(mailed()).contains("government-change-not-reached-secretariat to secretariat");
      assertThat(
              jdbc.sql(
                      "select content from evidence where case_id is null and action = 'government.recorded' order by id desc limit 1")
                  .query(String.class)
                  .single())
          .contains("\"notReached\":[\"" + reference + "\"]");
    } finally {
      repository.deleteDeployment(older, true);
      jdbc.sql(
              "update national_process set status = 'CLOSED', outcome = 'WITHDRAWN', reason = 'test', closed_at = now() where id = ?")
          .param(caseId)
          .update();
    }
  }

  /** Deploys the models as they were before their national process knew interruptions. */
  private String olderModel() throws IOException {
    String current =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("national-process")
            .latestVersion()
            .singleResult()
            .getDeploymentId();
    DeploymentBuilder older = repository.createDeployment().name("older");
    for (String name : repository.getDeploymentResourceNames(current)) {
      try (InputStream content = repository.getResourceAsStream(current, name)) {
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        older.addString(
            name,
            name.startsWith("national-process")
                ? text.replaceAll("(?s)<bpmn:subProcess .*?</bpmn:subProcess>", "")
                    .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                : text);
      }
    }
    return older.deploy().getId();
  }

  @Test
  void tellsTheSecretariatThatTheYearOfSuspensionIsOver() {
    startCase(request());
    interruptions.suspend(caseId, "Elections", "acc-staff");
    assertThat(mailed()).noneMatch(mail -> mail.startsWith("year-of-suspension-over"));

    advance(Duration.ofDays(366));
    caseEngine.runDueJobs(caseId);

    assertThat(mailed())
        .contains(
            "year-of-suspension-over-government-focal-point to government-focal-point",
            "year-of-suspension-over-secretariat to secretariat");
    assertThat(evidence("choice.asked")).isEqualTo(1);
    passed("sendTask_askForChoice");
  }

  private List<String> mailed() {
    return jdbc.sql("select kind || ' to ' || recipient from notification_outbox where case_id = ?")
        .param(caseId)
        .query(String.class)
        .list();
  }

  private void reachNominationsBut(String element) {
    completeTask("userTask_checkRequest", Map.of("outcome", "ACCEPT", "reason", "Complete"));
    completeTask("userTask_appraiseJointly", Map.of("embedding", "NEW_BODY"));
    openDuties("userTask_answerInvitation")
        .forEach(duty -> complete(duty, Map.of("answer", "PARTICIPATE")));
    completeTask("userTask_confirmLeadAgency", Map.of("agency", "WHO"));
    assertThat(openDuties(element)).hasSize(1);
  }

  private void refusesAnswers() {
    for (Duty duty : duties.ofCase(caseId)) {
      if ("stopped".equals(duty.state())) {
        assertThatThrownBy(() -> complete(duty, Map.of()))
            .isInstanceOfSatisfying(
                DutyClosedException.class, e -> assertThat(e.state()).isEqualTo("stopped"));
        assertThatThrownBy(() -> taskForms.submitTaskForm(duty.taskId(), Map.of()))
            .hasMessageContaining("suspended");
      }
    }
  }

  private Map<String, LocalDate> dueDates(String state) {
    Map<String, LocalDate> dates = new TreeMap<>();
    duties.ofCase(caseId).stream()
        .filter(duty -> duty.state().equals(state))
        .forEach(duty -> dates.put(duty.id(), duty.dueDate()));
    return dates;
  }

  private LocalDate closingDay() {
    return askings.openOf(caseId).stream()
        .map(Askings.OpenAsking::dueDate)
        .findFirst()
        .orElse(null);
  }

  private static LocalDate expected(String element, LocalDate due) {
    return IN_WORKING_DAYS.contains(element) ? weekdays(due, 29) : weekday(due.plusDays(40));
  }

  /** The pause from Monday 2 March to Saturday 11 April takes 29 working days. */
  private static LocalDate weekdays(LocalDate from, int count) {
    LocalDate day = from;
    for (int counted = 0; counted < count; counted++) {
      day = weekday(day.plusDays(1));
    }
    return day;
  }

  private static LocalDate weekday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  private LocalDate dueInEngine(Duty duty) {
    Instant due =
        tasks.createTaskQuery().taskId(duty.taskId()).singleResult().getDueDate().toInstant();
    assertThat(due.plusSeconds(1)).isEqualTo(endOf(duty.dueDate()));
    return due.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** A closing timer ends the closing day of its asking; any other moves by the pause. */
  private void timersAgree(List<Job> before) {
    Map<String, Instant> old = new HashMap<>();
    before.forEach(timer -> old.put(timer.getId(), timer.getDuedate().toInstant()));
    LocalDate closes = closingDay();
    for (Job timer : timers()) {
      Instant now = timer.getDuedate().toInstant();
      System.out.printf("timer %s -> %s%n", old.get(timer.getId()), now);
      assertThat(timer.isSuspended()).isFalse();
      if (closes != null) {
        assertThat(now).isEqualTo(endOf(closes));
      } else {
        assertThat(Duration.between(old.get(timer.getId()), now))
            .isBetween(PAUSE, PAUSE.plusDays(2));
      }
    }
    assertThat(timers()).hasSameSizeAs(before);
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private List<Job> timers() {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).list().stream()
        .filter(one -> !one.getProcessDefinitionId().startsWith("national-process:"))
        .flatMap(
            one ->
                management.createJobQuery().processInstanceId(one.getId()).timers().list().stream())
        .toList();
  }

  private long jobsOf(String element) {
    return management
        .createJobQuery()
        .processInstanceId(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .processDefinitionKey("national-process")
                .singleResult()
                .getId())
        .activityId(element)
        .count();
  }

  private int late() {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return jdbc.sql(
            "select count(*) from tracking_v_duty where case_id = ? and state = 'open' and due_date < ?")
        .params(caseId, today)
        .query(Integer.class)
        .single();
  }

  private long lateInTasklist() {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseId)
        .active()
        .dueBefore(java.util.Date.from(clock.instant()))
        .count();
  }

  private int mails() {
    return jdbc.sql("select count(*) from notification_outbox where case_id = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  private int rows(String kind) {
    return jdbc.sql("select count(*) from interruption where case_id = ? and kind = ?")
        .params(caseId, kind)
        .query(Integer.class)
        .single();
  }

  private int evidence(String action) {
    return jdbc.sql("select count(*) from evidence where case_id = ? and action = ?")
        .params(caseId, action)
        .query(Integer.class)
        .single();
  }

  static Map<String, Object> confirmed(String members) {
    return Map.of("mandate", "CONFIRMED", "members", members, "reference", "Letter 12");
  }

  private List<Boolean> together(java.util.function.Supplier<Boolean> act) throws Exception {
    CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(act);
    boolean mine = act.get();
    return List.of(mine, other.get(60, TimeUnit.SECONDS));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The other transaction has come as far as it can before this one ends. */
  private void waitUntilSomebodyWaitsForALock() {
    Instant latest = Instant.now().plusSeconds(30);
    while (jdbc.sql(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
            .query(Integer.class)
            .single()
        == 0) {
      assertThat(Instant.now()).as("latest moment").isBefore(latest);
      Thread.onSpinWait();
    }
  }
}
