package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settings with which the program does not start, and the administrator of the environment. */
class StartRefusalIT {

  @TempDir Path folder;

  private RunningProgram start(String log, String url, Map<String, String> more) {
    Map<String, String> settings = new LinkedHashMap<>(more);
    settings.put("SPRING_DATASOURCE_URL", url);
    settings.put("SOCLE_DATA_DIR", folder.resolve("data").toString());
    return RunningProgram.start(folder.resolve(log), settings);
  }

  @Test
  void loadsNoDemoOnAConfiguredDatabase() throws Exception {
    String url = TestDatabase.createUrl();
    try (RunningProgram program = start("demo.log", url, Map.of("SOCLE_DEMO", "true"))) {
      refused(program, "The demo does not load on a configured database. Leave SOCLE_DEMO out");
    }
    assertThat(
            jdbc(url)
                .sql("select count(*) from pg_tables where schemaname = 'public'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SOCLE_ADMIN_PASSWORD          | hush-hush       | SOCLE_ADMIN_PASSWORD cannot be used: give it 12 to 72 bytes.
          SOCLE_SECURITY_TRUSTEDPROXIES | proxy.example   | SOCLE_SECURITY_TRUSTEDPROXIES cannot be used: proxy.example is no address
          SOCLE_SECURITY_KEY            | hush-hush       | SOCLE_SECURITY_KEY cannot be used: it is 32 random bytes in Base64
          """)
  void saysInOneLineWhichSettingCannotBeUsed(String setting, String value, String line)
      throws Exception {
    Map<String, String> settings =
        new LinkedHashMap<>(
            Map.of("SOCLE_ADMIN_USER", "admin", "SOCLE_ADMIN_PASSWORD", "a sentence of words"));
    settings.put(setting, value);
    try (RunningProgram program = start("bad.log", TestDatabase.createUrl(), settings)) {
      refused(program, line);
      assertThat(program.log()).doesNotContain("hush-hush");
    }
  }

  private static void refused(RunningProgram program, String line) throws Exception {
    assertThat(program.awaitEnd()).isEqualTo(1);
    assertThat(program.log().lines().filter(each -> each.contains("ERROR")))
        .singleElement()
        .asString()
        .contains(line);
    assertThat(program.log()).doesNotContain("\tat ");
  }

  @Test
  void makesTheAdministratorOfTheEnvironmentOnce() throws Exception {
    String url = TestDatabase.createUrl();
    Map<String, String> named =
        Map.of("SOCLE_ADMIN_USER", "admin", "SOCLE_ADMIN_PASSWORD", "a sentence of words");
    try (RunningProgram program = start("first.log", url, named).awaitReady()) {
      assertThat(program.log())
          .contains("The administrator admin was made from the environment")
          .doesNotContain("/setup/")
          .doesNotContain("a sentence of words");
    }
    try (RunningProgram program = start("again.log", url, named).awaitReady()) {
      assertThat(
              program
                  .log()
                  .lines()
                  .filter(line -> line.contains("are ignored: there are accounts")))
          .hasSize(1);
    }
    assertThat(
            jdbc(url)
                .sql("select login_name || ' ' || password_due from account")
                .query(String.class)
                .list())
        .containsExactly("admin true");
  }

  private static JdbcClient jdbc(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return JdbcClient.create(source);
  }
}
