package org.socle.workflow.engine;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.socle.country.CaseClock;
import org.socle.evidence.Sealer;
import org.socle.nationalprocess.CaseEngine;
import org.socle.tracking.Joins;
import org.springframework.stereotype.Component;

/** The engine behind one case: its clock, its jobs, where it stands. */
@Component
class EngineCase implements CaseEngine {

  private static final String ROOT = "national-process";
  private static final int PAGE = EngineSettings.QUERY_LIMIT;

  private final CaseClock clock;
  private final Joins joins;
  private final Sealer sealer;
  private final RuntimeService runtime;
  private final ManagementService management;

  EngineCase(
      CaseClock clock,
      Joins joins,
      Sealer sealer,
      RuntimeService runtime,
      ManagementService management) {
    this.clock = clock;
    this.joins = joins;
    this.sealer = sealer;
    this.runtime = runtime;
    this.management = management;
  }

  @Override
  public void holdClock(Instant moment) {
    clock.hold(moment);
    ClockUtil.setCurrentTime(Date.from(moment));
    joins.direct(true);
    sealer.direct(true);
  }

  @Override
  public void releaseClock() {
    clock.release();
    ClockUtil.reset();
    joins.settle();
    joins.direct(false);
    sealer.settle();
    sealer.direct(false);
  }

  @Override
  public int runDueJobs(String caseId) {
    int count = 0;
    joins.settle();
    for (Optional<Job> job = nextDue(caseId); job.isPresent(); job = nextDue(caseId)) {
      management.executeJob(job.get().getId());
      joins.settle();
      count++;
    }
    return count;
  }

  private Optional<Job> nextDue(String caseId) {
    return jobs(caseId)
        .flatMap(
            jobs ->
                jobs.executable().orderByJobDuedate().asc().listPage(0, 1).stream().findFirst());
  }

  @Override
  public Optional<Instant> nextTimer(String caseId) {
    return jobs(caseId)
        .flatMap(
            jobs ->
                jobs
                    .timers()
                    .active()
                    .withRetriesLeft()
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1)
                    .stream()
                    .findFirst()
                    .map(job -> job.getDuedate().toInstant()));
  }

  private Optional<JobQuery> jobs(String caseId) {
    Set<String> ids =
        national(caseId).stream().map(ProcessInstance::getId).collect(Collectors.toSet());
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(management.createJobQuery().processInstanceIds(ids));
  }

  @Override
  public List<String> currentSteps(String caseId) {
    return national(caseId).stream()
        .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream())
        .filter(element -> !element.startsWith("callActivity_"))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public boolean ended(String caseId) {
    return roots(caseId).isEmpty();
  }

  /**
   * The national process of the case and what it calls; contributions are roots of their own and
   * have no jobs.
   */
  private List<ProcessInstance> national(String caseId) {
    Set<String> roots = new HashSet<>();
    roots(caseId).forEach(root -> roots.add(root.getId()));
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseId)
        .listPage(0, PAGE)
        .stream()
        .filter(instance -> roots.contains(instance.getRootProcessInstanceId()))
        .toList();
  }

  private List<ProcessInstance> roots(String caseId) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseId)
        .processDefinitionKey(ROOT)
        .listPage(0, PAGE);
  }
}
