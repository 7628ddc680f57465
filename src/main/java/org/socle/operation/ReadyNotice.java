package org.socle.operation;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Set;
import org.socle.security.FirstStart;
import org.socle.security.SampleAccounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the person at the terminal where to go once everything is ready. */
@Component
@ConditionalOnWebApplication
class ReadyNotice {

  private static final Set<String> EVERY_ADDRESS = Set.of("", "0.0.0.0", "::");

  private final Environment environment;
  private final FirstStart firstStart;

  ReadyNotice(Environment environment, FirstStart firstStart) {
    this.environment = environment;
    this.firstStart = firstStart;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    print(System.out);
  }

  void print(PrintStream out) {
    String listens = environment.getProperty("server.address", "localhost");
    String address = EVERY_ADDRESS.contains(listens) ? "localhost" : listens;
    String port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    out.println();
    out.printf(Locale.ROOT, "Socle is ready after %.1f s: http://%s:%s%n", seconds, address, port);
    if (environment.getProperty("socle.demo", Boolean.class, false)) {
      out.println(
          "Sign in as one of these sample accounts; the password is "
              + SampleAccounts.PASSWORD
              + ":");
      SampleAccounts.purposes()
          .forEach((name, purpose) -> out.printf("  %-15s %s%n", name, purpose));
    }
    if (!firstStart.done()) {
      out.println("Nobody can sign in yet. Make the administrator here, once, within 24 hours:");
      out.printf(Locale.ROOT, "  http://%s:%s/setup/%s%n", address, port, firstStart.newLink());
    }
    out.println();
  }
}
