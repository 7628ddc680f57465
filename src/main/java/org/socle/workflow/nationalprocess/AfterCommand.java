package org.socle.workflow.nationalprocess;

import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs work between the engine's current command and the commit.
 *
 * <p>A step cannot tell its own process what ends it, and the engine writes a command's changes
 * only at its end; so both wait for the end of the command, still in its transaction.
 */
@Component
class AfterCommand {

  void run(Runnable work) {
    Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
    if (waiting == null) {
      waiting = new Waiting();
      TransactionSynchronizationManager.registerSynchronization(waiting);
      TransactionSynchronizationManager.bindResource(this, waiting);
    }
    waiting.work.add(work);
  }

  /** Work may ask for more work, which runs after it. */
  private final class Waiting implements TransactionSynchronization {

    private final Deque<Runnable> work = new ArrayDeque<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      for (Runnable next = work.poll(); next != null; next = work.poll()) {
        next.run();
      }
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(AfterCommand.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(AfterCommand.this, this);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(AfterCommand.this);
    }
  }
}
