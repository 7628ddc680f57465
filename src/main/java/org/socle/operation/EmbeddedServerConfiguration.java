package org.socle.operation;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The data source of a program to which none was given; apart from everything that needs the
 * engine.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedServerConfiguration.WithoutDataSource.class)
@EnableConfigurationProperties(OperationProperties.class)
class EmbeddedServerConfiguration {

  @Bean
  EmbeddedServer embeddedServer(OperationProperties properties) {
    return EmbeddedServer.start(properties.dataDir());
  }

  @Bean
  JdbcConnectionDetails embeddedConnectionDetails(EmbeddedServer server) {
    return details(server.url());
  }

  /** How our own database is reached at an address. */
  static JdbcConnectionDetails details(String url) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "";
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    };
  }

  static class WithoutDataSource implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return DefaultSettings.embedded(context.getEnvironment());
    }
  }
}
