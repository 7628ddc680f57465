package org.socle.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that outlived its program (kill -9) and still works on a data folder. */
final class RunningServer {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private RunningServer() {}

  /** Port of the server that works on the folder, once it answers; empty when none does. */
  static OptionalInt port(Path cluster) {
    List<String> notes = notes(cluster.resolve("postmaster.pid"));
    if (notes.size() < 4) {
      return OptionalInt.empty();
    }
    long pid = Long.parseLong(notes.get(0).strip());
    int port = Integer.parseInt(notes.get(3).strip());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (alive(pid)) {
      if (answers(port, cluster)) {
        return OptionalInt.of(port);
      }
      if (System.nanoTime() > deadline) {
        throw new StartRefusedException(
            "The database server of " + cluster + " (process " + pid + ") does not answer.",
            "Wait until it has ended, or stop it: kill -INT " + pid + ".");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    return OptionalInt.empty();
  }

  private static List<String> notes(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new StartRefusedException(
          "The file " + file + " cannot be read (" + e + ").",
          "Give this user the right to read it, or choose another folder: SOCLE_DATA_DIR.");
    }
  }

  /** After a restart of the machine the process number may belong to any other program. */
  private static boolean alive(long pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process.isPresent()
        && process.get().info().command().map(name -> name.contains("postgres")).orElse(true);
  }

  private static boolean answers(int port, Path cluster) {
    String url =
        "jdbc:postgresql://127.0.0.1:"
            + port
            + "/postgres?user=postgres&connectTimeout=2&socketTimeout=5";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("show data_directory")) {
      return result.next() && Files.isSameFile(Path.of(result.getString(1)), cluster);
    } catch (SQLException | IOException e) {
      return false;
    }
  }
}
