package org.socle.notification;

import java.time.Clock;
import java.time.ZoneOffset;
import org.socle.evidence.Published;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox: mails wait in it until the relay takes them, and are held where no module writes
 * their kind yet or no mail server is set up; those of a case carried from published facts never
 * leave.
 */
@Component
class Outbox implements Notifications {

  private final JdbcClient jdbc;
  private final Published published;
  private final Clock clock;
  private final MailServer server;
  private final Writers writers;

  Outbox(JdbcClient jdbc, Published published, Clock clock, MailServer server, Writers writers) {
    this.server = server;
    this.writers = writers;
    this.jdbc = jdbc;
    this.published = published;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void enqueue(Mail mail) {
    String state = state(mail);
    jdbc.sql(
            """
            insert into notification_outbox (case_id, kind, recipient, event, state, created_at, due_at)
            values (:caseId, :kind, :recipient, :event, :state, :at,
              case when :state = 'queued' then cast(:at as timestamptz) end)
            on conflict on constraint uq_notification_outbox do nothing
            """)
        .param("caseId", mail.caseId())
        .param("kind", mail.kind())
        .param("recipient", mail.recipient())
        .param("event", mail.event())
        .param("state", state)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private String state(Mail mail) {
    if (mail.caseId() != null && published.replayed(mail.caseId())) {
      return "replayed";
    }
    return writers.know(mail.kind()) && server.configured() ? "queued" : "held";
  }
}
