package org.socle.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as the relay sees it. */
@Repository
class MailTable {

  private static final int LONGEST_ERROR = 300;

  /** A row that was claimed; {@code attempts} counts this one. */
  record Claimed(long id, String kind, String recipient, String event, int attempts) {}

  private final JdbcClient jdbc;

  MailTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes what is due and puts it off, so that no other node takes it meanwhile and a killed one
   * leaves it for later.
   */
  @Transactional
  List<Claimed> claim(Instant now, Instant again, int most) {
    return jdbc.sql(
            """
            update notification_outbox set attempts = attempts + 1, due_at = :again
            where id in (
              select id from notification_outbox where state = 'queued' and due_at <= :now
              order by due_at, id limit :most for update skip locked)
            returning id, kind, recipient, event, attempts
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("again", again.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(Claimed.class)
        .list();
  }

  @Transactional
  void end(long id, String state, Instant at, @Nullable String error) {
    jdbc.sql(
            """
            update notification_outbox set state = :state, ended_at = :at, due_at = null, last_error = :error
            where id = :id and state = 'queued'
            """)
        .param("state", state)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("error", cut(error))
        .param("id", id)
        .update();
  }

  @Transactional
  void putOff(long id, Instant until, String error) {
    jdbc.sql(
            "update notification_outbox set due_at = :until, last_error = :error where id = :id and state = 'queued'")
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("error", cut(error))
        .param("id", id)
        .update();
  }

  private static @Nullable String cut(@Nullable String error) {
    return error == null || error.length() <= LONGEST_ERROR
        ? error
        : error.substring(0, LONGEST_ERROR);
  }
}
