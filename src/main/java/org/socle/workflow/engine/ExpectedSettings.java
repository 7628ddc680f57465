package org.socle.workflow.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
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
    require(engine.getHistoryLevel().getId() == SocleHistoryLevel.ID, "history level is socle");
    require(engine.isAuthorizationEnabled(), "authorization is on");
    require(!engine.isAuthorizationEnabledForCustomCode(), "delegates run without authorization");
    require(engine.isTenantCheckEnabled(), "tenants are checked");
    require(!engine.isJavaSerializationFormatEnabled(), "Java serialization is off");
    require(engine.isDeserializationTypeValidationEnabled(), "deserialized types are checked");
    require(engine.getQueryMaxResultsLimit() == EngineSettings.QUERY_LIMIT, "queries are limited");
    require(isolation() == Connection.TRANSACTION_READ_COMMITTED, "isolation is READ COMMITTED");
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
