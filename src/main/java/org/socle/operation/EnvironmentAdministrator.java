package org.socle.operation;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socle.security.FirstAdministrator;
import org.socle.security.FirstStart;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes the administrator whom the environment names, when nobody is there yet and before the web
 * opens.
 */
@Component
@ConditionalOnWebApplication
class EnvironmentAdministrator implements SmartLifecycle {

  /** After the accounts of the demo, before the web server. */
  static final int PHASE = 1;

  private static final Logger LOG = LoggerFactory.getLogger(EnvironmentAdministrator.class);
  private static final String NAME = "socle.admin.user";
  private static final String PASSWORD = "socle.admin.password";

  private final FirstStart firstStart;
  private final Environment environment;
  private boolean running;

  EnvironmentAdministrator(FirstStart firstStart, Environment environment) {
    this.firstStart = firstStart;
    this.environment = environment;
  }

  @Override
  public void start() {
    running = true;
    String name = environment.getProperty(NAME, "").strip();
    String password = environment.getProperty(PASSWORD, "");
    if (name.isEmpty() && password.isEmpty()) {
      return;
    }
    if (firstStart.done() || !made(name, password)) {
      LOG.warn("SOCLE_ADMIN_USER and SOCLE_ADMIN_PASSWORD are ignored: there are accounts already");
    } else {
      LOG.info("The administrator {} was made from the environment", name);
    }
  }

  private boolean made(String name, String password) {
    try {
      return firstStart.fromEnvironment(new FirstAdministrator(name, name, "", "en", password));
    } catch (InvalidFormException refused) {
      String wrong =
          refused.errors().stream().map(FieldError::field).distinct().collect(Collectors.joining());
      throw wrong.contains("password")
          ? new StartRefusedException(
              "SOCLE_ADMIN_PASSWORD cannot be used:", "give it 12 to 72 bytes.")
          : new StartRefusedException(
              "SOCLE_ADMIN_USER cannot be used:", "give it 2 to 60 of a-z, 0-9, dot and hyphen.");
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
