package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerIT {

  @TempDir Path folder;

  @Test
  void keepsDataDurablyFromOneStartToTheNext() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      assertThat(ask(server, "show fsync")).isEqualTo("on");
      assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
      tell(server, "create table kept (word text)");
      tell(server, "insert into kept values ('yes')");
    }
    assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      assertThat(ask(server, "select word from kept")).isEqualTo("yes");
    }
  }

  @Test
  void takesOverAServerThatOutlivedItsProgram() throws Exception {
    Process program = startElsewhere();
    String url = program.inputReader().readLine();
    assertThat(url).startsWith("jdbc:postgresql://127.0.0.1:");
    try (Connection connection = DriverManager.getConnection(url + "?user=postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create table survivor (word text)");
    }
    program.destroyForcibly().waitFor();

    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      assertThat(server.url()).isEqualTo(url);
      assertThat(ask(server, "select count(*) from survivor")).isEqualTo("0");
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url + "?user=postgres"))
        .hasRootCauseInstanceOf(ConnectException.class);
  }

  @Test
  void refusesAFolderThatAnotherProgramHolds() throws Exception {
    Process program = startElsewhere();
    try {
      assertThat(program.inputReader().readLine()).startsWith("jdbc:");
      assertThatThrownBy(() -> EmbeddedServer.start(folder))
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining("The program is running on this database")
          .hasMessageContaining("stop it first");
    } finally {
      program.outputWriter().close();
      assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void startsAfreshWhereAProcessNumberWasLeftBehind() throws Exception {
    EmbeddedServer.start(folder).close();
    Files.write(
        folder.resolve("postgresql/postmaster.pid"),
        List.of("999999999", folder.resolve("postgresql").toString(), "0", "1"));
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      assertThat(ask(server, "select 1")).isEqualTo("1");
    }
  }

  private Process startElsewhere() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator + "target/test-classes",
            "-Dlogging.level.root=off",
            Holder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String ask(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url() + "?user=postgres");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void tell(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url() + "?user=postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A program of its own that starts the server, prints its address and ends with its input. */
  static final class Holder {

    public static void main(String[] args) throws IOException {
      PrintStream out = System.out;
      System.setOut(System.err);
      try (EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]))) {
        out.println(server.url());
        out.flush();
        System.in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }
}
