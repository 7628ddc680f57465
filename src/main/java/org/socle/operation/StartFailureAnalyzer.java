package org.socle.operation;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.socle.security.UnusableSettingException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;

/** Finds the reason of a failed start that a person can do something about. */
@Order(0)
class StartFailureAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefusedException || cause instanceof UnusableSettingException) {
        return new FailureAnalysis(cause.getMessage(), "", cause);
      }
      if (cause instanceof PortInUseException port) {
        return new FailureAnalysis(
            "Port " + port.getPort() + " is taken by another program.",
            "Stop that program, or choose another port: SERVER_PORT=8081.",
            cause);
      }
      if (cause instanceof FlywayValidateException) {
        return new FailureAnalysis(
            "The tables of the database were not made by this release or one before it.",
            "Use the release that made them, or another database: SOCLE_DATA_DIR or SPRING_DATASOURCE_URL.",
            cause);
      }
    }
    return null;
  }
}
