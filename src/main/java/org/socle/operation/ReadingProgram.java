package org.socle.operation;

import org.socle.country.CaseClock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/** The little that a reading command needs; not found by the program's own search for beans. */
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  MessageSourceAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class
})
@Import({CaseClock.class, ReadingProgram.OfTheFolder.class})
class ReadingProgram {

  /** The data source of the data folder, where none is configured. */
  @Conditional(EmbeddedServerConfiguration.WithoutDataSource.class)
  @EnableConfigurationProperties(OperationProperties.class)
  static class OfTheFolder {

    @Bean
    ReachedServer reachedServer(OperationProperties properties) {
      return ReachedServer.of(properties.dataDir());
    }

    @Bean
    JdbcConnectionDetails reachedConnectionDetails(ReachedServer server) {
      return EmbeddedServerConfiguration.details(server.url());
    }
  }
}
