package org.socle.nationalprocess;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.stakeholder.Renewals;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.Joins;
import org.socle.tracking.Retries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes of government: recorded once for a country, they freeze each of its cases until the new
 * government has re-confirmed mandate and members.
 */
@Service
public class GovernmentChanges {

  private static final String FOCAL_POINT = "government-focal-point";

  private final JdbcClient jdbc;
  private final InterruptionTable rows;
  private final Interruptions interruptions;
  private final Standstill standstill;
  private final Renewals renewals;
  private final Notifications notifications;
  private final Evidence evidence;
  private final Retries retries;
  private final Joins joins;
  private final TransactionTemplate transaction;
  private final Clock clock;

  GovernmentChanges(
      JdbcClient jdbc,
      InterruptionTable rows,
      Interruptions interruptions,
      Standstill standstill,
      Renewals renewals,
      Notifications notifications,
      Evidence evidence,
      Retries retries,
      Joins joins,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.interruptions = interruptions;
    this.standstill = standstill;
    this.renewals = renewals;
    this.notifications = notifications;
    this.evidence = evidence;
    this.retries = retries;
    this.joins = joins;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * What a change did to the cases of its country.
   *
   * @param id of the change
   * @param frozen how many were stopped by it
   * @param notReached those that go on, since their model knows no change of government
   */
  public record Recorded(String id, int frozen, List<NotReached> notReached) {}

  /** A case that a change of government could not freeze. */
  public record NotReached(String id, String reference) {}

  /** Records a change and freezes every case of the country that can be frozen. */
  public Recorded record(String country, LocalDate changedOn, String reason, String actor) {
    Recorded done =
        retries.call(
            () ->
                Objects.requireNonNull(
                    transaction.execute(status -> recorded(country, changedOn, reason, actor))));
    joins.settle();
    return done;
  }

  /** What a recorded change did. */
  public Recorded find(String id) {
    int frozen =
        jdbc.sql("select count(*) from interruption where government_change_id = ?")
            .param(id)
            .query(Integer.class)
            .single();
    List<NotReached> missed =
        jdbc.sql(
                """
                select c.id, c.reference from government_change_missed m join national_process c on c.id = m.case_id
                where m.change_id = ? order by c.reference
                """)
            .param(id)
            .query(NotReached.class)
            .list();
    return new Recorded(id, frozen, missed);
  }

  private Recorded recorded(String country, LocalDate changedOn, String reason, String actor) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into government_change (id, country, changed_on, reason, recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(id, country, changedOn, reason, OffsetDateTime.now(clock), actor)
        .update();
    for (Affected one : affected(country)) {
      evidence.record(
          one.id(), actor, "government.changed", id, Map.of("on", changedOn, "reason", reason));
      // A case that waits for its re-confirmation already is not asked twice.
      Optional<String> opened =
          rows.open(one.id(), InterruptionKind.GOVERNMENT_CHANGE, reason, actor, id);
      if (opened.isPresent() && freeze(one, opened.get())) {
        mail(one, "mandate-reconfirmation-asked-government-focal-point", FOCAL_POINT, id);
      } else if (opened.isPresent()) {
        missed(one, id);
      }
    }
    Recorded done = find(id);
    summary(country, done, actor);
    return done;
  }

  private void missed(Affected one, String id) {
    jdbc.sql("insert into government_change_missed (change_id, case_id) values (?, ?)")
        .params(id, one.id())
        .update();
    evidence.record(one.id(), Evidence.SYSTEM, "government.not-reached", id, Map.of());
    mail(one, "government-change-not-reached-secretariat", "secretariat", id);
  }

  private void summary(String country, Recorded done, String actor) {
    evidence.record(
        null,
        actor,
        "government.recorded",
        done.id(),
        Map.of(
            "country",
            country,
            "frozen",
            done.frozen(),
            "notReached",
            done.notReached().stream().map(NotReached::reference).toList()));
  }

  private void mail(Affected one, String kind, String group, String changeId) {
    notifications.enqueue(new Mail(one.id(), kind, group, changeId + one.id()));
  }

  /** A case that runs by a model of before this event cannot hear it and goes on. */
  private boolean freeze(Affected one, String interruptionId) {
    boolean told =
        interruptions.told(
            one.id(), CaseBrake.Notice.GOVERNMENT_CHANGED, "RUNNING".equals(one.status()));
    if (!told) {
      rows.drop(interruptionId);
    }
    return told;
  }

  private List<Affected> affected(String country) {
    return jdbc.sql(
            """
            select id, status from national_process
            where country = ? and status <> 'CLOSED' and outcome is null order by opened_at, id
            """)
        .param(country)
        .query(Affected.class)
        .list();
  }

  /** Refuses a changed mandate without its words, and new members where nobody is seated. */
  public void check(String caseId, String mandate, @Nullable String text, String members) {
    if ("CHANGED".equals(mandate) && text == null) {
      throw InvalidFormException.of("mandateText", "error.required");
    }
    if ("NEW".equals(members) && !renewals.possible(caseId)) {
      throw InvalidFormException.of("members", "interruption.error.nobody-seated");
    }
  }

  /** Records what the new government says of mandate and members. */
  public void reconfirm(
      String caseId,
      String mandate,
      @Nullable String text,
      String members,
      String reference,
      String actor) {
    rows.note(
        caseId, new InterruptionTable.Reconfirmation(mandate, text, members, reference), actor);
    evidence.record(
        caseId,
        actor,
        "mandate.reconfirmed",
        rows.get(caseId, InterruptionKind.GOVERNMENT_CHANGE).id(),
        Map.of("mandate", mandate, "members", members, "reference", reference));
  }

  /** Asks the government's institutions for new members. */
  public void askNewMembers(String caseId, String country, String waitingInstanceId) {
    rows.asking(caseId, renewals.ask(caseId, country, waitingInstanceId));
  }

  /** Ends the freeze of a case, which goes on where it stopped unless it is suspended as well. */
  public void release(String caseId) {
    InterruptionTable.Open open = rows.get(caseId, InterruptionKind.GOVERNMENT_CHANGE);
    if (open.askingId() != null) {
      renewals.close(caseId, open.askingId());
    }
    String actor = open.untilBy() == null ? Evidence.SYSTEM : open.untilBy();
    rows.close(caseId, InterruptionKind.GOVERNMENT_CHANGE, open.reason(), actor);
    standstill.restart(caseId);
  }

  private record Affected(String id, String status) {}
}
