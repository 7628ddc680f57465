package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.socle.country.CaseClock;
import org.socle.nationalprocess.CaseEngine;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.operation.TestDatabase;
import org.socle.security.Accounts;
import org.socle.security.NewAccount;
import org.socle.security.Role;
import org.socle.stakeholder.AgencyContacts;
import org.socle.tracking.Actor;
import org.socle.tracking.Claims;
import org.socle.tracking.Duties;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.Joins;
import org.socle.tracking.TaskCompletion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Base of process tests: the real application without web on an embedded PostgreSQL, job executor
 * off, joins in the calling thread, the clock held at {@link #START}. Contexts are shared by test
 * classes; every test has its own case.
 *
 * <p>Each test ends with {@link #passed}, {@link #notPassed} and the rows it leaves; a class ends
 * with {@code @AfterAll void covers() { assertCovered("working-group"); }}.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "socle.demo=false",
      "socle.tracking.join-direct=true",
      "socle.evidence.seal-direct=true",
      "camunda.bpm.job-execution.enabled=false",
      "camunda.bpm.auto-deployment-enabled=false",
      "camunda.bpm.history-level=socle",
      "camunda.bpm.authorization.enabled=true"
    })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ProcessTestSupport {

  /** A Monday morning. */
  protected static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  /** Country of the cases: fictitious, without holidays. */
  protected static final String COUNTRY = "XTR";

  @Autowired protected CaseEngine caseEngine;
  @Autowired protected CaseClock clock;
  @Autowired protected NationalProcessFlow flow;
  @Autowired protected TaskCompletion completion;
  @Autowired protected Duties duties;
  @Autowired protected Joins joins;
  @Autowired protected Claims claims;
  @Autowired protected Accounts accounts;
  @Autowired protected AgencyContacts contacts;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected RuntimeService runtime;
  @Autowired protected ManagementService management;
  @Autowired protected HistoryService history;
  @Autowired private TaskService engineTasks;
  @Autowired protected RepositoryService repository;
  @Autowired protected PlatformTransactionManager transactions;

  /** The case of the running test; set by {@link #startCase} and {@link #startProcess}. */
  protected String caseId = "";

  private final Map<String, Set<String>> covered = new HashMap<>();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
  }

  @BeforeEach
  void holdClock() {
    caseEngine.holdClock(START);
    caseId = UUID.randomUUID().toString();
  }

  @AfterEach
  void collectCoverage() {
    activities()
        .forEach(
            activity ->
                covered
                    .computeIfAbsent(activity.getProcessDefinitionKey(), key -> new TreeSet<>())
                    .add(activity.getActivityId()));
    caseEngine.releaseClock();
  }

  /**
   * Starts the national process with the values of form {@code submit-request}; returns the case
   * id.
   */
  protected String startCase(Map<String, ?> values) {
    caseId =
        flow.submitRequest(
            values, actor("role-coordinator", "rc-office", "government-focal-point"));
    return caseId;
  }

  /**
   * Starts one process alone, for the current {@link #caseId}, with {@code country} and {@code
   * caseId} set.
   */
  protected ProcessInstance startProcess(String processKey, Map<String, ?> variables) {
    Map<String, Object> all = new HashMap<>(variables);
    all.putIfAbsent("country", COUNTRY);
    all.putIfAbsent("caseId", caseId);
    ProcessInstance instance =
        runtime
            .createProcessInstanceByKey(processKey)
            .businessKey(caseId)
            .setVariables(all)
            .execute();
    joins.settle();
    return instance;
  }

  /** Answers the one open duty at a user task, as whoever owes it. */
  protected void completeTask(String element, Map<String, ?> values) {
    List<Duty> open = openDuties(element);
    assertThat(open)
        .as("open duties at %s; the case stands at %s", element, caseEngine.currentSteps(caseId))
        .hasSize(1);
    complete(open.get(0), values);
  }

  /** Answers the open duty of one group at a user task, as a member of the group. */
  protected void completeTask(String element, String group, Map<String, ?> values) {
    List<Duty> open =
        openDuties(element).stream().filter(duty -> duty.group().equals(group)).toList();
    assertThat(open).as("open duties of %s at %s", group, element).hasSize(1);
    complete(open.get(0), values);
  }

  /** Answers a duty as a member of its group. */
  protected void complete(Duty duty, Map<String, ?> values) {
    completion.complete(
        duty.id(), values, new Actor("acc-test", Set.of(duty.group()), Set.of(duty.country())));
  }

  /** Staff who enter answers for others. */
  protected Actor staff() {
    return new Actor("acc-staff", Set.of("role-coordinator"), Set.of(COUNTRY));
  }

  /** Claims a duty of somebody else and answers it for its owner. */
  protected void enterFor(Duty duty, Map<String, ?> values, String channel, String reference) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("channel", channel);
    all.put("reference", reference);
    claims.claim(duty.id(), staff());
    completion.complete(duty.id(), all, staff());
  }

  /** Gives somebody an account who may act for a seat or an agency. */
  protected void someoneActsFor(String group) {
    String account =
        accounts.create(
            new NewAccount(
                "owner-" + UUID.randomUUID(),
                "Owner",
                "",
                "en",
                "long-enough-1",
                Set.of(Role.STAKEHOLDER),
                Map.of(),
                Set.of(COUNTRY),
                Set.of()),
            "acc-test");
    if (group.startsWith("agency-")) {
      contacts.assign(COUNTRY, group.substring("agency-".length()).toUpperCase(), account);
    } else {
      jdbc.sql(
              "update institution set account_id = ? where id = (select institution_id from seat where id = ?)")
          .params(account, group.substring("seat-".length()))
          .update();
    }
  }

  /** The open duty of a group at a user task. */
  protected Duty owed(String element, String group) {
    return openDuties(element).stream()
        .filter(duty -> duty.group().equals(group))
        .findFirst()
        .orElseThrow(() -> new AssertionError(group + " owes nothing at " + element));
  }

  /** What became of the answers that staff entered in the case, in the order of their entry. */
  protected List<String> entries() {
    return jdbc.sql(
            "select state from assisted_entry where case_id = ? order by entered_at, duty_id")
        .param(caseId)
        .query(String.class)
        .list();
  }

  /** A review that sends its step back without a reason is refused; with one it goes back. */
  protected void sendBack(String element, String reason) {
    assertThatThrownBy(() -> completeTask(element, Map.of("sendBack", true)))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("sendBackReason");
    completeTask(element, Map.of("sendBack", true, "sendBackReason", reason));
    assertThat(EngineTables.holding(jdbc, reason)).isEmpty();
  }

  /** The reason that stands with the open duty at a user task, and what it held before. */
  protected String sentBackTo(String element) {
    return jdbc.sql(
            "select reason || ' ' || earlier from send_back b join duty d on d.id = b.duty_id"
                + " where d.case_id = ? and d.element = ? and d.state = 'open'")
        .params(caseId, element)
        .query(String.class)
        .single();
  }

  /** What the engine's card of the open task at an element says. */
  protected String card(String element) {
    return engineTasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseId)
        .taskDefinitionKey(element)
        .singleResult()
        .getDescription();
  }

  /** Open duties of the case at a user task, in the order in which they were asked. */
  protected List<Duty> openDuties(String element) {
    return duties.ofCase(caseId).stream()
        .filter(duty -> duty.element().equals(element) && "open".equals(duty.state()))
        .toList();
  }

  /** Runs the one job that waits at an element, due or not. */
  protected void runJobAt(String element) {
    management.executeJob(jobAt(element).getId());
    joins.settle();
  }

  /** Moves the clock to the due moment of the timer at an element and fires it. */
  protected void fireTimer(String element) {
    Job timer = jobAt(element);
    if (timer.getDuedate().toInstant().isAfter(clock.instant())) {
      caseEngine.holdClock(timer.getDuedate().toInstant());
    }
    management.executeJob(timer.getId());
    joins.settle();
  }

  /** Runs whatever is due now. */
  protected void runDueJobs() {
    Set<String> ids = instanceIds();
    List<Job> due = management.createJobQuery().processInstanceIds(ids).executable().list();
    due.forEach(job -> management.executeJob(job.getId()));
    joins.settle();
  }

  /** Moves the clock on. */
  protected void advance(Duration span) {
    caseEngine.holdClock(clock.instant().plus(span));
  }

  /** Runs work in one transaction, then the joins it caused. */
  protected void inTransaction(Runnable work) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    joins.settle();
  }

  /**
   * The case passed (completed or reached) these elements in this order, others between them
   * allowed.
   */
  protected void passed(String... elements) {
    List<String> ids = activities().stream().map(HistoricActivityInstance::getActivityId).toList();
    assertThat(ids).as("passed").containsSubsequence(elements);
  }

  /** The case never came to these elements. */
  protected void notPassed(String... elements) {
    List<String> ids = activities().stream().map(HistoricActivityInstance::getActivityId).toList();
    assertThat(ids).as("not passed").doesNotContain(elements);
  }

  /** No process instance of the case is left, contributions included. */
  protected void nothingRuns() {
    assertThat(instanceIds()).as("running instances of the case").isEmpty();
  }

  /** Somebody with the groups, in {@link #COUNTRY} and the Philippines. */
  protected Actor actor(String... groups) {
    return new Actor("acc-test", Set.copyOf(Arrays.asList(groups)), Set.of(COUNTRY, "PHL"));
  }

  /** Every flow node of the process was passed by some test of this class. */
  protected void assertCovered(String processKey) {
    String definitionId =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(processKey)
            .latestVersion()
            .singleResult()
            .getId();
    Process process =
        (Process) repository.getBpmnModelInstance(definitionId).getModelElementById(processKey);
    Set<String> nodes = new TreeSet<>();
    collect(process.getChildElementsByType(FlowNode.class).stream().toList(), nodes);
    nodes.removeAll(covered.getOrDefault(processKey, Set.of()));
    assertThat(nodes).as("flow nodes of %s that no test passed", processKey).isEmpty();
  }

  private static void collect(List<FlowNode> nodes, Set<String> ids) {
    for (FlowNode node : nodes) {
      ids.add(node.getId());
      collect(new ArrayList<>(node.getChildElementsByType(FlowNode.class)), ids);
    }
  }

  private Job jobAt(String element) {
    // The engine's query for several instances and an activity is not valid SQL in 7.24.0.
    List<Job> jobs =
        instanceIds().stream()
            .flatMap(
                id ->
                    management
                        .createJobQuery()
                        .processInstanceId(id)
                        .activityId(element)
                        .list()
                        .stream())
            .toList();
    assertThat(jobs).as("jobs at %s", element).hasSize(1);
    return jobs.get(0);
  }

  private Set<String> instanceIds() {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).list().stream()
        .map(ProcessInstance::getId)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The clock stands still in tests, so the order of the engine's own counter decides between equal
   * times.
   */
  private List<HistoricActivityInstance> activities() {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseId)
        .list()
        .stream()
        .flatMap(
            instance ->
                history
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .stream())
        .sorted(
            Comparator.comparing(HistoricActivityInstance::getStartTime)
                .thenComparing(
                    activity ->
                        ((org.camunda.bpm.engine.impl.persistence.entity
                                    .HistoricActivityInstanceEntity)
                                activity)
                            .getSequenceCounter()))
        .toList();
  }
}
