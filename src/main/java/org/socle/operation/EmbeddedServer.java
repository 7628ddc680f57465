package org.socle.operation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * PostgreSQL of our own on a data folder: durable, on loopback only, kept from one start to the
 * next.
 */
final class EmbeddedServer implements AutoCloseable {

  private static final String DATABASE = "socle";

  private final DataFolder folder;
  private final EmbeddedPostgres postgres;

  private EmbeddedServer(DataFolder folder, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  /**
   * Starts the server, or takes over the one that outlived its program; refused with a reason where
   * it cannot.
   */
  static EmbeddedServer start(Path dataDir) {
    refuseRootWithoutNamespaces();
    DataFolder folder = DataFolder.take(dataDir);
    try {
      EmbeddedPostgres postgres = postgres(folder);
      createDatabase(postgres);
      return new EmbeddedServer(folder, postgres);
    } catch (StartRefusedException e) {
      folder.close();
      throw e;
    } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
      folder.close();
      throw new StartRefusedException(
          "The embedded PostgreSQL in " + folder.cluster() + " did not start (" + e + ").",
          "Start with --logging.level.io.zonky=info to see its own words, or use a PostgreSQL: SPRING_DATASOURCE_URL.");
    }
  }

  private static EmbeddedPostgres postgres(DataFolder folder) throws IOException {
    OptionalInt running = RunningServer.port(folder.cluster());
    // The library starts with -F (no fsync) and synchronous_commit=off; a later -c wins.
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.cluster())
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(folder.programs().toFile())
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(45))
        .setPort(running.orElse(0))
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "100")
        .start();
  }

  private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet known =
            statement.executeQuery(
                "select 1 from pg_database where datname = '" + DATABASE + "'")) {
      if (!known.next()) {
        statement.execute("create database " + DATABASE);
      }
    }
  }

  private static void refuseRootWithoutNamespaces() {
    if (root() && !LinuxUtils.isUnshareAvailable()) {
      throw new StartRefusedException(
          "PostgreSQL does not run as root, and this system allows root no user namespace to run it in.",
          "Start the program as another user, or use a PostgreSQL of yours: SPRING_DATASOURCE_URL.");
    }
  }

  private static boolean root() {
    try {
      Path self = Path.of("/proc/self");
      return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    } catch (IOException e) {
      return false;
    }
  }

  /** JDBC address of the program's database. */
  String url() {
    return url(postgres.getPort());
  }

  /** JDBC address of the program's database on a port of this machine. */
  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  /** Stops the server and gives the folder back. */
  @Override
  public void close() throws IOException {
    postgres.close();
    folder.close();
  }
}
