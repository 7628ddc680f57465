package org.socle.tracking;

import java.util.List;
import java.util.Map;
import org.socle.evidence.Evidence;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Joins one asking in a transaction of its own, repeated when another transaction came first. */
@Component
class JoinRun {

  private final AskingTable askings;
  private final DutyLog duties;
  private final Contributions contributions;
  private final Evidence evidence;
  private final Retries retries;
  private final TransactionTemplate transaction;

  JoinRun(
      AskingTable askings,
      DutyLog duties,
      Contributions contributions,
      Evidence evidence,
      Retries retries,
      PlatformTransactionManager transactions) {
    this.askings = askings;
    this.duties = duties;
    this.contributions = contributions;
    this.evidence = evidence;
    this.retries = retries;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Tells the waiting instance if nobody owes an answer any more; returns whether it was told. */
  boolean join(String askingId) {
    return retries.call(
        () ->
            Boolean.TRUE.equals(
                transaction.execute(
                    status -> {
                      boolean told =
                          askings
                              .markJoined(askingId)
                              .map(waiting -> tell(askingId, waiting))
                              .orElse(false);
                      if (!told) {
                        status.setRollbackOnly();
                      }
                      return told;
                    })));
  }

  /** Ends an asking by a person's decision; returns whether it was open. */
  boolean conclude(String askingId, String actor, String reason) {
    return retries.call(
        () ->
            Boolean.TRUE.equals(
                transaction.execute(
                    status -> {
                      boolean told =
                          askings
                              .markConcluded(askingId)
                              .map(waiting -> end(askingId, waiting, actor, reason))
                              .orElse(false);
                      if (!told) {
                        status.setRollbackOnly();
                      }
                      return told;
                    })));
  }

  private boolean end(String askingId, AskingTable.Waiting waiting, String actor, String reason) {
    contributions.end(duties.silence(askingId));
    evidence.record(
        waiting.caseId(),
        actor,
        "asking.concluded",
        askingId,
        Map.of("kind", waiting.kind(), "reason", reason));
    return contributions.join(waiting.waitingInstanceId(), waiting.joinMessage());
  }

  List<String> pending() {
    return askings.overdueJoins();
  }

  private boolean tell(String askingId, AskingTable.Waiting waiting) {
    evidence.record(
        waiting.caseId(),
        Evidence.SYSTEM,
        "asking.joined",
        askingId,
        Map.of("kind", waiting.kind()));
    return contributions.join(waiting.waitingInstanceId(), waiting.joinMessage());
  }
}
