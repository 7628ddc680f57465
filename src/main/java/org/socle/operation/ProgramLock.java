package org.socle.operation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * Says on the database that a program is running: shared by the programs that serve people,
 * exclusive for a command that needs the database for itself. PostgreSQL gives the lock back when
 * the program ends, however it ends.
 */
class ProgramLock implements AutoCloseable {

  /** "SOCLE" in ASCII. */
  private static final long KEY = 0x534F434C45L;

  private static final int OLDEST_SERVER = 150_000;

  /**
   * A connection of its own: the lock belongs to the session, and the pool ends sessions as it
   * likes.
   */
  private final Connection connection;

  private ProgramLock(Connection connection) {
    this.connection = connection;
  }

  /** Takes the lock or refuses with what to do. */
  static ProgramLock take(JdbcConnectionDetails database, boolean exclusive) {
    Connection connection = connect(database);
    try {
      refuseOldServer(connection);
      String function = exclusive ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared";
      if ("t".equals(ask(connection, "select " + function + "(" + KEY + ")"))) {
        return new ProgramLock(connection);
      }
      throw exclusive
          ? new StartRefusedException("The program is running on this database;", "stop it first.")
          : new StartRefusedException(
              "A command is running on this database;", "start again when it has ended.");
    } catch (StartRefusedException e) {
      close(connection);
      throw e;
    } catch (SQLException e) {
      close(connection);
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect(JdbcConnectionDetails database) {
    Properties login = new Properties();
    login.setProperty("ApplicationName", "socle-lock");
    login.setProperty("tcpKeepAlive", "true");
    if (database.getUsername() != null) {
      login.setProperty("user", database.getUsername());
    }
    if (database.getPassword() != null) {
      login.setProperty("password", database.getPassword());
    }
    try {
      return DriverManager.getConnection(database.getJdbcUrl(), login);
    } catch (SQLException e) {
      throw new StartRefusedException(
          "The database does not let the program in (" + e.getMessage() + ").",
          "Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
    }
  }

  private static void refuseOldServer(Connection connection) throws SQLException {
    int version = Integer.parseInt(ask(connection, "show server_version_num"));
    if (version < OLDEST_SERVER) {
      throw new StartRefusedException(
          "The database is PostgreSQL " + version / 10_000 + ".", "Use 15 or newer.");
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives the lock back at once: the server ends a closed session a moment later. */
  @Override
  public void close() {
    try {
      ask(connection, "select pg_advisory_unlock_all()");
    } catch (SQLException e) {
      // A session that has broken off has given its lock back already.
    } finally {
      close(connection);
    }
  }
}
