package org.socle.operation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a JVM of its own, so that a test can kill it as an operator's machine would. */
public final class RunningProgram implements AutoCloseable {

  private final Process process;
  private final Path log;
  private final int port;

  private RunningProgram(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts the program with its own port, these settings and arguments; does not wait. */
  public static RunningProgram start(
      Path log, Map<String, String> environment, String... arguments) {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath(), "org.socle.SocleApplication"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    try {
      return new RunningProgram(builder.start(), log, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Address of the program, without a slash at its end. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /**
   * Waits until the health page says UP; fails with the log when the program ends or 120 s pass.
   */
  public RunningProgram awaitReady() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest health =
        HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (System.nanoTime() < end) {
      if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("The program ended:\n" + log());
      }
      try {
        if (client.send(health, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
          return this;
        }
      } catch (IOException notYet) {
        // The port is not open yet; the next turn of the loop asks again.
      }
    }
    throw new IllegalStateException("The program was not ready in 120 s:\n" + log());
  }

  /** Waits for its end and returns the exit code. */
  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The program did not end:\n" + log());
    }
    return process.exitValue();
  }

  /** Kills it without a word, as kill -9 does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** Whether it has not ended yet. */
  public boolean runs() {
    return process.isAlive();
  }

  /** What it printed so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /**
   * An empty entry at the end would add the working directory, and its processes/ a second time.
   */
  private static String classPath() {
    return System.getProperty("java.class.path").replaceAll(File.pathSeparator + "+$", "");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
