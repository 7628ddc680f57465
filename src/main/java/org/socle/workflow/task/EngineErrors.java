package org.socle.workflow.task;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.InvalidFormException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Translates the engine's exceptions into words of the ports. */
public final class EngineErrors {

  /** Serialization failure and deadlock: the same work may succeed a moment later. */
  private static final Set<String> LOST_RACE = Set.of("40001", "40P01");

  private EngineErrors() {}

  /** What a port promises to throw; the exception itself when it means nothing to the port. */
  public static RuntimeException translate(RuntimeException exception, String dutyId) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidFormException invalid) {
        return invalid;
      }
      if (cause instanceof FormFieldValidationException form
          && form.getDetail() instanceof InvalidFormException of) {
        return of;
      }
      if (cause instanceof DutyClosedException closed) {
        return closed;
      }
      if (cause instanceof NullValueException) {
        return new DutyClosedException(dutyId, "unknown");
      }
      if (lostRace(cause)) {
        return new OptimisticLockingFailureException("Another transaction came first", exception);
      }
    }
    return exception;
  }

  /** A lost race as an exception that is worth another try; anything else as it is. */
  static RuntimeException retryable(RuntimeException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (lostRace(cause)) {
        return new OptimisticLockingFailureException("Another transaction came first", exception);
      }
    }
    return exception;
  }

  private static boolean lostRace(Throwable cause) {
    return cause instanceof OptimisticLockingException
        || cause instanceof SQLException sql
            && sql.getSQLState() != null
            && LOST_RACE.contains(sql.getSQLState());
  }
}
