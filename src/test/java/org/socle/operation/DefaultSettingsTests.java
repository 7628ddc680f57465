package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DefaultSettingsTests {

  private static StandardEnvironment with(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    new DefaultSettings().postProcessEnvironment(environment, new SpringApplication());
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return environment;
  }

  @Test
  void showsTheDemoOnLoopbackWhenNothingIsSet() {
    StandardEnvironment environment = with(Map.of());
    assertThat(environment.getProperty("socle.demo")).isEqualTo("true");
    assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
  }

  @Test
  void hasNoDemoOnAGivenDatabase() {
    StandardEnvironment environment =
        with(Map.of("spring.datasource.url", "jdbc:postgresql://host/socle"));
    assertThat(environment.getProperty("socle.demo")).isEqualTo("false");
    assertThat(environment.getProperty("server.address")).isNull();
  }

  @Test
  void followsWhatIsSet() {
    assertThat(with(Map.of("socle.demo", "false")).getProperty("server.address")).isNull();
    assertThat(with(Map.of("server.address", "0.0.0.0")).getProperty("server.address"))
        .isEqualTo("0.0.0.0");
  }
}
