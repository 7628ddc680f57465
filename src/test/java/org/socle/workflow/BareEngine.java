package org.socle.workflow;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;

/** The engine alone, without a line of ours, on a database of its own: engine rows only. */
final class BareEngine implements AutoCloseable {

  private final HikariDataSource pool = new HikariDataSource();
  private final ProcessEngine engine;
  private final LongAdder conflicts = new LongAdder();

  BareEngine(String url) {
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(2 * BenchRun.CONNECTIONS);
    StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
    settings.setProcessEngineName("bare");
    settings.setDataSource(pool);
    settings.setDatabaseSchemaUpdate("true");
    settings.setJobExecutorActivate(false);
    settings.setMetricsEnabled(false);
    settings.setTaskMetricsEnabled(false);
    settings.setHistory("activity");
    // The same for both models, and the same as the program's own engine.
    settings.setCmmnEnabled(false);
    settings.setStandaloneTasksEnabled(false);
    settings.setHistoryCleanupEnabled(false);
    settings.setHistoryRemovalTimeStrategy("none");
    settings.setHistoryCleanupStrategy("endTimeBased");
    engine = settings.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("bench/bare.bpmn")
        .deploy();
  }

  /** One multi-instance task for all. */
  List<String> askTogether(int seats) {
    String id =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("bare-many", Map.of("seats", seats))
            .getId();
    return engine.getTaskService().createTaskQuery().processInstanceId(id).list().stream()
        .map(Task::getId)
        .toList();
  }

  /** One process instance for each. */
  List<String> askEach(int seats) {
    List<String> ids = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      String id = engine.getRuntimeService().startProcessInstanceByKey("bare-one").getId();
      ids.add(
          engine.getTaskService().createTaskQuery().processInstanceId(id).singleResult().getId());
    }
    return ids;
  }

  /** Completes a task, as often as it takes. */
  int answer(String taskId) {
    while (true) {
      try {
        engine.getTaskService().complete(taskId, Map.of("answer", "Yes"));
        return 0;
      } catch (RuntimeException e) {
        if (!lostRace(e)) {
          throw e;
        }
        conflicts.increment();
      }
    }
  }

  long conflicts() {
    return conflicts.sum();
  }

  boolean nothingLeft() {
    return engine.getRuntimeService().createExecutionQuery().count() == 0;
  }

  private static boolean lostRace(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockingException
          || cause instanceof SQLException sql
              && ("40001".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
