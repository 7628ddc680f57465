package org.socle.nationalprocess;

import java.util.function.BooleanSupplier;
import org.socle.evidence.Evidence;
import org.socle.tracking.Joins;
import org.socle.tracking.Retries;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Suspends, resumes and withdraws cases by a person's decision. */
@Service
public class Interruptions {

  private final InterruptionTable rows;
  private final Cases cases;
  private final Standstill standstill;
  private final CaseBrake brake;
  private final Retries retries;
  private final Joins joins;
  private final TransactionTemplate transaction;

  Interruptions(
      InterruptionTable rows,
      Cases cases,
      Standstill standstill,
      CaseBrake brake,
      Retries retries,
      Joins joins,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.cases = cases;
    this.standstill = standstill;
    this.brake = brake;
    this.retries = retries;
    this.joins = joins;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Whether a case can be suspended, withdrawn or frozen at all; one that was started under an
   * older version of its model cannot.
   */
  public boolean possible(String caseId) {
    return brake.hears(caseId);
  }

  /** Suspends a case; returns false when it is suspended already or has ended. */
  public boolean suspend(String caseId, String reason, String actor) {
    return once(
        () -> {
          boolean ran = !cases.get(caseId).suspended();
          return rows.open(caseId, InterruptionKind.SUSPENSION, reason, actor, null).isPresent()
              && told(caseId, CaseBrake.Notice.SUSPENDED, ran);
        });
  }

  /** Resumes a suspended case; returns false when it is not suspended by a decision. */
  public boolean resume(String caseId, String reason, String actor) {
    return once(() -> lift(caseId, reason, actor));
  }

  /** Withdraws a case, suspended or not; returns false when it has ended. */
  public boolean withdraw(String caseId, String reason, String actor) {
    return once(() -> giveUp(caseId, reason, actor));
  }

  /** Notes what the government chose after a year of suspension. */
  public void choose(String caseId, String reason, String actor) {
    rows.note(caseId, reason, actor);
  }

  /** Tells the process what the government chose, when the step of the choice is done. */
  public void announce(String caseId, boolean resume) {
    InterruptionTable.Open open = rows.get(caseId, InterruptionKind.SUSPENSION);
    String reason = open.untilReason() == null ? open.reason() : open.untilReason();
    String actor = open.untilBy() == null ? Evidence.SYSTEM : open.untilBy();
    brake.afterwards(
        () -> {
          boolean told = resume ? lift(caseId, reason, actor) : giveUp(caseId, reason, actor);
          if (!told) {
            throw new IllegalStateException("Case " + caseId + " cannot follow the choice");
          }
        });
  }

  /** Tells the process; what was born in transactions that crossed a first stop is stopped too. */
  boolean told(String caseId, CaseBrake.Notice notice, boolean first) {
    boolean told = brake.tell(caseId, notice);
    if (told && first) {
      standstill.stopBorn(caseId);
    }
    return told;
  }

  private boolean lift(String caseId, String reason, String actor) {
    return rows.close(caseId, InterruptionKind.SUSPENSION, reason, actor)
        && brake.tell(caseId, CaseBrake.Notice.RESUMED);
  }

  private boolean giveUp(String caseId, String reason, String actor) {
    return rows.open(caseId, InterruptionKind.WITHDRAWAL, reason, actor, null).isPresent()
        && brake.tell(caseId, CaseBrake.Notice.WITHDRAWN);
  }

  private boolean once(BooleanSupplier act) {
    boolean done =
        retries.call(
            () ->
                Boolean.TRUE.equals(
                    transaction.execute(
                        status -> {
                          boolean took = act.getAsBoolean();
                          if (!took) {
                            status.setRollbackOnly();
                          }
                          return took;
                        })));
    joins.settle();
    return done;
  }
}
