package org.socle.notification;

import java.time.Clock;
import java.time.ZoneOffset;
import org.socle.evidence.Published;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox: mails wait in it, held; those of a case carried from published facts never leave. */
@Component
class Outbox implements Notifications {

  private final JdbcClient jdbc;
  private final Published published;
  private final Clock clock;

  Outbox(JdbcClient jdbc, Published published, Clock clock) {
    this.jdbc = jdbc;
    this.published = published;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void enqueue(Mail mail) {
    boolean replayed = mail.caseId() != null && published.replayed(mail.caseId());
    jdbc.sql(
            """
            insert into notification_outbox (case_id, kind, recipient, event, state, created_at)
            values (:caseId, :kind, :recipient, :event, :state, :at)
            on conflict on constraint uq_notification_outbox do nothing
            """)
        .param("caseId", mail.caseId())
        .param("kind", mail.kind())
        .param("recipient", mail.recipient())
        .param("event", mail.event())
        .param("state", replayed ? "replayed" : "held")
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
