package org.socle.portal;

import org.socle.tracking.Retries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries an act without doing it: runs it in a transaction that is always rolled back.
 *
 * <p>So "check your answers" asks exactly the rules that will judge the answers when they are sent,
 * and nothing is stored and nobody is told before that.
 */
@Component
class Rehearsal {

  private final Retries retries;
  private final TransactionTemplate transaction;

  Rehearsal(Retries retries, PlatformTransactionManager transactions) {
    this.retries = retries;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Lets the act's refusals through and undoes everything else. */
  void of(Runnable act) {
    retries.call(
        () ->
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  act.run();
                  return true;
                }));
  }
}
