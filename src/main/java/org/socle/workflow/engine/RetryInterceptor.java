package org.socle.workflow.engine;

import jakarta.ws.rs.core.Response.Status;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.socle.tracking.Retries;
import org.socle.workflow.task.EngineErrors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Repeats a command of the engine's API that lost a race; outermost, so that each attempt has a
 * fresh transaction and a fresh command context.
 *
 * <p>Jobs are left alone: the engine repeats them by itself, after their retry cycle.
 */
class RetryInterceptor extends CommandInterceptor {

  private final Retries retries;
  private final MessageSource messages;

  RetryInterceptor(Retries retries, MessageSource messages) {
    this.retries = retries;
    this.messages = messages;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (inner() || command instanceof ExecuteJobsCmd) {
      return next.execute(command);
    }
    try {
      return retries.call(() -> attempt(command));
    } catch (OptimisticLockingFailureException e) {
      throw cameSecond(e);
    }
  }

  private static boolean inner() {
    return Context.getCommandContext() != null || Context.getJobExecutorContext() != null;
  }

  private <T> T attempt(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException e) {
      throw EngineErrors.retryable(e);
    }
  }

  /** The engine's API would call it a fault of the server. */
  private RestException cameSecond(OptimisticLockingFailureException e) {
    String text =
        Objects.requireNonNull(
            messages.getMessage("error.came-second", null, LocaleContextHolder.getLocale()));
    return new RestException(Status.CONFLICT, e, text);
  }
}
