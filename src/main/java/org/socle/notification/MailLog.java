package org.socle.notification;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What coordinators do to mails of a case: release, send again, note that one came back. */
@Service
public class MailLog {

  private static final String ROW = "update notification_outbox o set ";
  private static final String DELIVERY = "update notification_delivery d set ";

  private final JdbcClient jdbc;
  private final MailServer server;
  private final Evidence evidence;
  private final Clock clock;

  MailLog(JdbcClient jdbc, MailServer server, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.server = server;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Lets a held mail leave; false when it is not held, or no mail server is set up. */
  @Transactional
  public boolean release(String caseId, long mailId, String actor) {
    return server.configured()
        && note(
            "mail.released",
            caseId,
            actor,
            row(ROW + "state = 'queued', due_at = :now", "o.state = 'held'", caseId, mailId));
  }

  /**
   * Tries once more what was refused, given up, came back, or found nobody; false when it stands
   * otherwise, or no mail server is set up.
   *
   * @param deliveryId one person's share, or null for what was not shared out
   */
  @Transactional
  public boolean sendAgain(String caseId, long mailId, @Nullable Long deliveryId, String actor) {
    if (!server.configured()) {
      return false;
    }
    Optional<Changed> changed =
        deliveryId == null
            ? row(
                ROW + "state = 'queued', due_at = :now, ended_at = null, last_error = null",
                "o.state in ('unreachable', 'given-up')",
                caseId,
                mailId)
            : delivery(
                DELIVERY + "state = 'queued', due_at = :now, created_at = :now, ended_at = null",
                "d.state in ('refused', 'given-up', 'bounced')",
                caseId,
                deliveryId);
    return note("mail.sent-again", caseId, actor, changed);
  }

  /** Notes that a mail which the server had accepted came back; false when it was not accepted. */
  @Transactional
  public boolean bounced(String caseId, long deliveryId, String actor) {
    return note(
        "mail.bounced",
        caseId,
        actor,
        delivery(
            DELIVERY + "state = 'bounced', ended_at = :now",
            "d.state = 'accepted'",
            caseId,
            deliveryId));
  }

  private Optional<Changed> row(String set, String where, String caseId, long id) {
    return change(
        set
            + " where o.id = :id and o.case_id = :caseId and "
            + where
            + " returning o.id, o.kind, o.recipient",
        caseId,
        id);
  }

  private Optional<Changed> delivery(String set, String where, String caseId, long id) {
    return change(
        set
            + " from notification_outbox o where d.id = :id and o.id = d.outbox_id and o.case_id = :caseId and "
            + where
            + " returning o.id, o.kind, o.recipient",
        caseId,
        id);
  }

  private Optional<Changed> change(String sql, String caseId, long id) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("caseId", caseId)
        .param("now", MailTable.time(clock.instant()))
        .query(Changed.class)
        .optional();
  }

  private boolean note(String act, String caseId, String actor, Optional<Changed> changed) {
    changed.ifPresent(
        mail ->
            evidence.record(
                caseId,
                actor,
                act,
                String.valueOf(mail.id()),
                Map.of("kind", mail.kind(), "group", mail.recipient())));
    return changed.isPresent();
  }

  private record Changed(long id, String kind, String recipient) {}
}
