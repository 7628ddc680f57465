package org.socle.workflow.task;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.Retries;
import org.springframework.dao.OptimisticLockingFailureException;

/** Translates the engine's exceptions into words of the ports. */
public final class EngineErrors {

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
  public static RuntimeException retryable(RuntimeException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (lostRace(cause)) {
        return new OptimisticLockingFailureException("Another transaction came first", exception);
      }
    }
    return exception;
  }

  private static boolean lostRace(Throwable cause) {
    return cause instanceof OptimisticLockingException || Retries.lostRace(cause);
  }
}
