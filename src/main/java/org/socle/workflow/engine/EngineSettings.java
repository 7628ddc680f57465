package org.socle.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** The engine's settings that differ from its defaults and that the starter has no property for. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

  /** Five attempts over half a day: an outage must not use up the attempts within a second. */
  static final String RETRIES = "PT30S,PT2M,PT15M,PT2H,PT12H";

  /** The Tasklist asks for 2,000 filters at once and shows none when that is refused. */
  static final int QUERY_LIMIT = 2000;

  private final SocleHistoryLevel historyLevel;
  private final CountryTenantProvider tenants;
  private final BeanFactory beans;

  EngineSettings(SocleHistoryLevel historyLevel, CountryTenantProvider tenants, BeanFactory beans) {
    this.historyLevel = historyLevel;
    this.tenants = tenants;
    this.beans = beans;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    records(engine);
    jobs(engine);
    safety(engine);
    expressions(engine);
    engine.setTenantIdProvider(tenants);
    engine.setCmmnEnabled(false);
    engine.setStandaloneTasksEnabled(false);
    engine.setTaskMetricsEnabled(false);
    engine.setMetricsEnabled(false);
    engine.setDbMetricsReporterActivate(false);
    engine.setQueryMaxResultsLimit(QUERY_LIMIT);
  }

  private void records(ProcessEngineConfigurationImpl engine) {
    engine.setHistory(SocleHistoryLevel.NAME);
    engine.setCustomHistoryLevels(List.of(historyLevel));
    // Records are kept per case and removed by an archive, never by age alone.
    engine.setHistoryCleanupEnabled(false);
    // A removal time would cost each answered contribution 18 updates, and nobody would read it.
    engine.setHistoryRemovalTimeStrategy(
        ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
    engine.setHistoryCleanupStrategy(
        ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
  }

  private static void jobs(ProcessEngineConfigurationImpl engine) {
    engine.setJobExecutorPreferTimerJobs(true);
    engine.setJobExecutorAcquireByDueDate(true);
    engine.setFailedJobRetryTimeCycle(RETRIES);
  }

  private static void safety(ProcessEngineConfigurationImpl engine) {
    engine.setAuthorizationEnabled(true);
    engine.setResourceAuthorizationProvider(new NoAuthorizationPerTask());
    engine.setDeserializationTypeValidationEnabled(true);
    engine.setJavaSerializationFormatEnabled(false);
    engine.setEnableScriptCompilation(false);
    engine.setEnableXxeProcessing(false);
    engine.setEnableFetchScriptEngineFromProcessApplication(false);
    engine.setEnableScriptEngineLoadExternalResources(false);
    engine.setConfigureScriptEngineHostAccess(false);
  }

  /** Stored filters need theirs; they are made by the program alone, which looks through them. */
  private void expressions(ProcessEngineConfigurationImpl engine) {
    engine.setExpressionManager(new ModelExpressions(beans));
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setEnableExpressionsInStoredQueries(true);
  }
}
