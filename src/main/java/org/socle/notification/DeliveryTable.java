package org.socle.notification;

import static org.socle.notification.MailTable.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.notification.MailTable.Delivery;
import org.socle.notification.Recipients.Capacity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Deliveries, one for each person; an act on one that another node has taken meanwhile is lost. */
@Repository
class DeliveryTable {

  /** After which a delivery that a killed node had taken is taken again. */
  static final Duration LEASE = Duration.ofMinutes(5);

  /** A delivery that was claimed; {@code attempts} counts this one. */
  record Claimed(long id, Mail mail, Delivery to, int attempts, Instant createdAt) {}

  private final JdbcClient jdbc;
  private final int batch;

  DeliveryTable(JdbcClient jdbc, NotificationProperties settings) {
    this.jdbc = jdbc;
    this.batch = settings.batch();
  }

  /** Takes what is due, and what a killed node had taken. */
  @Transactional
  List<Claimed> claim(Instant now) {
    return jdbc
        .sql(
            """
            update notification_delivery d set state = 'sending', attempts = d.attempts + 1, due_at = :lease
            from notification_outbox o
            where o.id = d.outbox_id and d.id in (
              select id from notification_delivery where state in ('queued', 'sending') and due_at <= :now
              order by due_at, id limit :most for update skip locked)
            returning d.id, o.case_id, o.kind, o.recipient, o.event, d.person, d.capacity, d.party, d.address,
              d.language, d.attempts, d.created_at
            """)
        .param("now", time(now))
        .param("lease", time(now.plus(LEASE)))
        .param("most", batch)
        .query(DeliveryTable::claimed)
        .list()
        .stream()
        .sorted(Comparator.comparing(Claimed::id))
        .toList();
  }

  private static Claimed claimed(ResultSet row, int number) throws SQLException {
    return new Claimed(
        row.getLong("id"),
        MailTable.mail(row),
        new Delivery(
            row.getString("person"),
            Capacity.valueOf(row.getString("capacity")),
            row.getString("party"),
            row.getString("address"),
            row.getString("language")),
        row.getInt("attempts"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  /** Ends a delivery; what the server said before it took it stays readable. */
  @Transactional
  void end(Claimed delivery, String state, Instant at, @Nullable String error) {
    jdbc.sql(
            """
            update notification_delivery
            set state = :state, ended_at = :at, due_at = null, last_error = coalesce(:error, last_error)
            where id = :id and state = 'sending' and attempts = :attempts
            """)
        .param("state", state)
        .param("at", time(at))
        .param("error", error == null ? null : Refusal.cut(error))
        .param("id", delivery.id())
        .param("attempts", delivery.attempts())
        .update();
  }

  @Transactional
  void putOff(Claimed delivery, Instant until, String error) {
    jdbc.sql(
            """
            update notification_delivery set state = 'queued', due_at = :until, last_error = :error
            where id = :id and state = 'sending' and attempts = :attempts
            """)
        .param("until", time(until))
        .param("error", Refusal.cut(error))
        .param("id", delivery.id())
        .param("attempts", delivery.attempts())
        .update();
  }
}
