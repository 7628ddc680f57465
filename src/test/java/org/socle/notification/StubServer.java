package org.socle.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A mail server that fails as it is told: a reply to a command, silence, or a cut. */
final class StubServer implements AutoCloseable {

  /** What it does when a command comes that begins so. */
  record Fault(String command, String reply, int times) {}

  static final String SILENCE = "silence";
  static final String CUT = "cut";

  final List<String> accepted = new CopyOnWriteArrayList<>();
  final List<String> commands = new CopyOnWriteArrayList<>();

  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "smtp-stub");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable ServerSocket socket;
  private volatile @Nullable Fault fault;
  private int struck;

  StubServer() {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  /** From now on fails so often at a command; {@code null} heals it. */
  synchronized void fail(@Nullable Fault next) {
    fault = next;
    struck = 0;
  }

  void start() {
    try {
      ServerSocket listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket = listening;
      threads.submit(() -> listen(listening));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen(ServerSocket listening) {
    try {
      while (true) {
        Socket line = listening.accept();
        open.add(line);
        threads.submit(() -> talk(line));
      }
    } catch (IOException e) {
      // Closed: nobody listens any more.
      return;
    }
  }

  private void talk(Socket line) {
    try (line;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(line.getOutputStream(), StandardCharsets.UTF_8)) {
      say(out, "220 stub");
      for (String said = in.readLine(); said != null; said = in.readLine()) {
        commands.add(said);
        String reply = fault(said, "250 OK");
        if (said.toUpperCase(Locale.ROOT).startsWith("DATA") && reply.startsWith("250")) {
          say(out, "354 go on");
          String message = message(in);
          reply = fault(".", "250 taken");
          // A message whose answer is cut has been taken all the same.
          if (reply.startsWith("250") || reply.equals(CUT)) {
            accepted.add(message);
          }
        }
        if (reply.equals(CUT) || said.startsWith("QUIT")) {
          return;
        }
        if (!reply.equals(SILENCE)) {
          say(out, reply);
        }
      }
    } catch (IOException e) {
      // The relay has hung up.
      return;
    } finally {
      open.remove(line);
    }
  }

  private static String message(BufferedReader in) throws IOException {
    StringBuilder message = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      message.append(line).append('\n');
    }
    return message.toString();
  }

  private synchronized String fault(String said, String usual) {
    Fault now = fault;
    if (now == null || !said.startsWith(now.command()) || struck >= now.times()) {
      return usual;
    }
    struck++;
    return now.reply();
  }

  private static void say(Writer out, String reply) throws IOException {
    out.write(reply + "\r\n");
    out.flush();
  }

  /** Addresses of the messages that it took, in order. */
  List<String> takenBy() {
    return header("To: ");
  }

  List<String> numbers() {
    return header("Message-ID: ");
  }

  private List<String> header(String name) {
    return accepted.stream()
        .map(
            message ->
                message
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(name.length()))
                    .orElse(""))
        .toList();
  }

  /** Listens no more and hangs up. */
  void stop() {
    try {
      ServerSocket listening = socket;
      if (listening != null) {
        listening.close();
      }
      for (Socket line : open) {
        line.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    threads.shutdownNow();
  }
}
