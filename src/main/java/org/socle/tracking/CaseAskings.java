package org.socle.tracking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Askings over the rows of this module and the contributions of the engine. */
@Component
class CaseAskings implements Askings {

  private final AskingTable askings;
  private final DutyLog duties;
  private final Contributions contributions;
  private final Joins joins;
  private final JoinRun run;
  private final AskingChanges changes;

  CaseAskings(
      AskingTable askings,
      DutyLog duties,
      Contributions contributions,
      Joins joins,
      JoinRun run,
      AskingChanges changes) {
    this.askings = askings;
    this.duties = duties;
    this.contributions = contributions;
    this.joins = joins;
    this.run = run;
    this.changes = changes;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public String open(Asking asking) {
    String id = UUID.randomUUID().toString();
    askings.insert(id, asking);
    contributions.start(id, asking);
    if (asking.recipients().isEmpty()) {
      joins.afterCommit(id);
    }
    return id;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(String askingId, String reason) {
    if (askings.markClosed(askingId, reason)) {
      List<String> waiting = duties.silence(askingId);
      contributions.end(waiting);
    }
  }

  @Override
  public boolean conclude(String askingId, String actor, String reason) {
    return run.conclude(askingId, actor, reason);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(String caseId) {
    changes.hold(caseId);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<LocalDate> include(String askingId, String group, Map<String, String> variables) {
    return changes.include(askingId, group, variables);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean takeOut(String askingId, String group, String actor, String reason) {
    return changes.takeOut(askingId, group, actor, reason);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean handOver(String askingId, HandOver what, String actor, String reason) {
    return changes.handOver(askingId, what, actor, reason);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean readmit(String askingId, String group, String actor) {
    return changes.readmit(askingId, group, actor);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Asked> history(String caseId) {
    return changes.history(caseId);
  }

  @Override
  @Transactional(readOnly = true)
  public List<OpenAsking> openOf(String caseId) {
    return askings.openOf(caseId);
  }

  @Override
  @Transactional(readOnly = true)
  public Tally tally(String askingId) {
    return askings.tally(askingId);
  }
}
