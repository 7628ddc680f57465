package org.socle.operation;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Brings our tables up to date, under the program's lock and before anything reads them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationProperties.class)
class MigrationConfiguration {

  @Bean
  ProgramLock programLock(
      JdbcConnectionDetails database, OperationProperties properties, Environment environment) {
    DefaultSettings.refuseDemoElsewhere(environment);
    return ProgramLock.take(database, properties.exclusive());
  }

  /** The lock is a parameter so that it is held before the first table is touched. */
  @Bean
  FlywayMigrationStrategy migrateUnderLock(ProgramLock lock) {
    return Flyway::migrate;
  }
}
