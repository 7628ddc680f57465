package org.socle.operation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Defaults that depend on other settings: the demo belongs to the embedded server, and listens on
 * loopback only.
 */
class DefaultSettings implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment.getPropertySources().addLast(new Defaults(environment));
  }

  /** Whether no data source is configured, so that the program brings its own. */
  static boolean embedded(Environment environment) {
    return environment.getProperty("spring.datasource.url", "").isBlank();
  }

  /**
   * Refuses the demo on a database that somebody configured: its accounts, whose password everybody
   * knows, would stand beside those of a ministry.
   */
  static void refuseDemoElsewhere(Environment environment) {
    if (environment.getProperty("socle.demo", Boolean.class, false) && !embedded(environment)) {
      throw new StartRefusedException(
          "The demo does not load on a configured database.",
          "Leave SOCLE_DEMO out, or leave SPRING_DATASOURCE_URL out for a database of the demo's own.");
    }
  }

  /** Answers when asked, not when the environment is made: tests add their data source later. */
  private static final class Defaults extends PropertySource<String> {

    /**
     * Not the source: Spring Boot walks through an environment that is a source, and this one
     * without end.
     */
    private final Environment environment;

    private Defaults(Environment environment) {
      super("socle-defaults", "defaults");
      this.environment = environment;
    }

    @Override
    public @Nullable Object getProperty(String name) {
      return switch (name) {
        case "socle.demo" -> String.valueOf(embedded(environment));
        case "server.address" ->
            Boolean.parseBoolean(environment.getProperty("socle.demo")) ? "127.0.0.1" : null;
        default -> null;
      };
    }
  }
}
