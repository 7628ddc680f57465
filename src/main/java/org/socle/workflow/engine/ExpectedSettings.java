package org.socle.workflow.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Refuses to start an engine whose settings would lose records or open doors. */
@Component
class ExpectedSettings implements SmartInitializingSingleton {

  private final ProcessEngineConfigurationImpl engine;
  private final DataSource dataSource;

  ExpectedSettings(ProcessEngineConfigurationImpl engine, DataSource dataSource) {
    this.engine = engine;
    this.dataSource = dataSource;
  }

  @Override
  public void afterSingletonsInstantiated() {
    records();
    doors();
    expressions();
  }

  private void records() {
    require(engine.getHistoryLevel().getId() == SocleHistoryLevel.ID, "history level is socle");
    require(isolation() == Connection.TRANSACTION_READ_COMMITTED, "isolation is READ COMMITTED");
  }

  private void doors() {
    require(engine.isAuthorizationEnabled(), "authorization is on");
    require(!engine.isAuthorizationEnabledForCustomCode(), "delegates run without authorization");
    require(engine.isTenantCheckEnabled(), "tenants are checked");
    require(engine.getQueryMaxResultsLimit() == EngineSettings.QUERY_LIMIT, "queries are limited");
    require(!engine.isJavaSerializationFormatEnabled(), "Java serialization is off");
    require(engine.isDeserializationTypeValidationEnabled(), "deserialized types are checked");
    require(nothing(engine.getDeserializationAllowedClasses()), "no further class is deserialized");
    require(
        nothing(engine.getDeserializationAllowedPackages()), "no further package is deserialized");
    require(!engine.isEnableXxeProcessing(), "XML reads no other file");
  }

  private void expressions() {
    require(!engine.isEnableScriptCompilation(), "no script is compiled");
    require(
        !engine.isEnableFetchScriptEngineFromProcessApplication(),
        "no script engine is looked for");
    require(!engine.isEnableScriptEngineLoadExternalResources(), "no script reads from elsewhere");
    require(
        !engine.isEnableExpressionsInAdhocQueries(), "queries from outside carry no expression");
    require(
        engine.getExpressionManager() instanceof ModelExpressions,
        "expressions name variables and delegates alone");
  }

  private static boolean nothing(@Nullable String list) {
    return list == null || list.isBlank();
  }

  private int isolation() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getTransactionIsolation();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void require(boolean kept, String setting) {
    if (!kept) {
      throw new IllegalStateException("The engine does not run as it must: " + setting);
    }
  }
}
